import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameRemoval, type KnownNames } from './without-names.ts';

const known: KnownNames = {
  home: '/home/ada',
  computer: ['ada', 'reception-desk'],
  accounts: [
    ['user-000001', 'subject-1', 'ana@example.org', 'Ana', 'Ana at work'],
    ['Ben (old)', '0f8fad5b-d9cb-469f-a165-70867728950e'],
  ],
  services: [
    { names: [] },
    { names: ['Lab', 'lab-abcde'], origin: 'https://services.example.org:8443' },
    { names: ['Forum'], origin: 'https://forum.example.org' },
  ],
};
const removal = createNameRemoval(known);
const plain = removal({ withAddresses: false });
const addressed = removal({ withAddresses: true });

describe('names', () => {
  it('are replaced by whose they are, the longer one first, in any letters', () => {
    expect(plain('ana at WORK and Ana wrote to ana@example.org as subject-1')).toBe(
      '[account 1] and [account 1] wrote to [account 1] as [account 1]',
    );
    expect(plain('ben (old) is on Reception-Desk')).toBe('[account 2] is on [computer]');
    expect(plain('user=0f8fad5b-d9cb-469f-a165-70867728950e')).toBe('user=[account 2]');
  });

  it('that are short are looked for as words', () => {
    expect(plain('Analysis of the laboratory, by Lab and Ana')).toBe(
      'Analysis of the laboratory, by [service 2] and [account 1]',
    );
  });

  it('of strangers are taken out by their form', () => {
    expect(
      plain('cleo@example.net, 10.1.2.3, 1f8fad5b-d9cb-469f-a165-70867728950e, 64b0c1d2e3f4a5b6c7d8e9f0'),
    ).toBe('[e-mail], [address], [secret], [id]');
  });

  it('in the folder of the person go with it', () => {
    expect(plain('ENOENT /home/ada/.config/Hotseat/window')).toBe('ENOENT ~/.config/Hotseat/window');
  });
});

describe('addresses', () => {
  it('are numbers of services, without the path and what is behind it', () => {
    expect(plain('GET https://forum.example.org/t/1?code=abc failed, forum.example.org is away')).toBe(
      'GET [service 3] failed, [service 3] is away',
    );
    expect(plain('GET https://elsewhere.example/a?b=c')).toBe('GET [address]');
  });

  it('are told where the person wants it: those of services, without what is behind them', () => {
    expect(addressed('GET https://u:p@services.example.org:8443/app/lab-abcde/login?t=1')).toBe(
      'GET https://services.example.org:8443',
    );
    expect(addressed('GET https://elsewhere.example/a')).toBe('GET [address]');
  });
});

/** Something that nothing else in the text looks like. */
const canary = fc
  .array(fc.constantFrom(...Array.from('abcdefghjkmnpqrstuvwxyzäßЖ字0123456789 .-()[]*+?|$^\\/')), {
    minLength: 5,
    maxLength: 24,
  })
  .map((letters) => `Cq${letters.join('').trim()}Zx`);
const stuff = fc.string({ unit: 'grapheme', maxLength: 20 });

describe('the bundle', () => {
  it('has no canary in it, whatever stands around one and however it is written', () => {
    const pieces = fc.tuple(fc.uniqueArray(canary, { minLength: 6, maxLength: 12 }), fc.array(stuff));
    fc.assert(
      fc.property(pieces, fc.constantFrom('', ' ', ': ', '="', '/'), ([canaries, others], between) => {
        const [one = '', two = '', three = '', four = '', five = '', ...rest] = canaries;
        const host = `h${Array.from(one, (letter) => letter.codePointAt(0)?.toString(36)).join('')}.example`;
        const removeNames = createNameRemoval({
          home: '/home/ada',
          computer: [two],
          accounts: [[three, `${host}@mail.example`], rest],
          services: [{ names: [four, five], origin: `https://${host}` }],
        })({ withAddresses: false });
        const secrets = [two, three, four, five, ...rest, host];
        const text = secrets
          .flatMap((secret, index) => [
            others[index] ?? '',
            secret,
            secret.toUpperCase().toLowerCase() === secret.toLowerCase() ? secret.toUpperCase() : secret,
            `https://${host}/${secret}`,
            `${host}@mail.example`,
          ])
          .join(between);
        const found = removeNames(text).toLowerCase();
        for (const secret of secrets) expect(found).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 200 },
    );
  });
});
