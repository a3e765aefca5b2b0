import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail } from '../../outcome.ts';
import type { EmailPasswordRequest, LogInMethod } from '../identity-provider.ts';
import { accessToken, clientOf, sound } from './testing/stub-server.ts';
import { flawIn } from './typed-secret.ts';

const apiKey = (key: string): LogInMethod => ({ kind: 'apiKey', key });
const customToken = (token: string): LogInMethod => ({ kind: 'customToken', token });
const confirm = (token: string, tokenId: string): EmailPasswordRequest => ({
  kind: 'confirm',
  token,
  tokenId,
});

/** What a person may paste, and what a header, a log line or a parser would read in another way. */
const poison = fc.constantFrom(
  '\n',
  '\r\nX-Admin: 1',
  '\u0000',
  ' ',
  '\t',
  '\u00a0',
  '\u2028',
  '\u202E',
  '\uFEFF',
  'é',
  'ключ',
  '🔑',
  '\uD800',
  '\u007f',
);
const plain = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', '-', '_', '.', '~', '+', '/', '='),
  maxLength: 40,
});

describe('API keys and tokens that a person types', () => {
  it('D9: with anything but visible ASCII reach nobody', async () => {
    await fc.assert(
      fc.asyncProperty(plain, poison, plain, async (before, sign, after) => {
        const typed = `CANARY-ada-key${before}${sign}${after}`;
        const { client, logIn, requests } = clientOf(sound);
        const { appServices } = client;
        const malformed = (field: 'apiKey' | 'token') =>
          fail({ code: 'invalidInput', field, problem: 'malformed' });
        expect(await logIn(apiKey(typed))).toEqual(malformed('apiKey'));
        expect(await logIn(customToken(typed))).toEqual(malformed('token'));
        expect(await appServices.link(accessToken, apiKey(typed))).toEqual(malformed('apiKey'));
        expect(await appServices.ask(confirm(typed, 'id'))).toEqual(malformed('token'));
        expect(
          await appServices.ask({ kind: 'reset', token: 'token', tokenId: typed, password: 'x' }),
        ).toEqual(malformed('token'));
        expect(requests).toEqual([]);
      }),
    );
  });

  it.each(['', 'x'.repeat(16_385), 'x'.repeat(1_000_000)])(
    'D9: that are empty or beyond all measure reach nobody (%#)',
    async (typed) => {
      const { client, logIn, requests } = clientOf(sound);
      const problem = typed === '' ? 'empty' : 'tooLong';
      expect(await logIn(apiKey(typed))).toEqual(fail({ code: 'invalidInput', field: 'apiKey', problem }));
      expect(await logIn(customToken(typed))).toEqual(
        fail({ code: 'invalidInput', field: 'token', problem }),
      );
      expect(await client.appServices.ask(confirm(typed, 'id'))).toEqual(
        fail({ code: 'invalidInput', field: 'token', problem }),
      );
      expect(requests).toEqual([]);
    },
  );

  it('are taken where they are visible ASCII', () => {
    const sign = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
    const visible = fc.array(sign, { minLength: 1 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(visible, (typed) => {
        expect(flawIn(typed, 'apiKey')).toBeUndefined();
      }),
    );
  });

  it('D9: arguments of a log-in function beyond all measure reach nobody', async () => {
    const { logIn, requests } = clientOf(sound);
    const method = { kind: 'customFunction', arguments: { text: 'x'.repeat(65_536) } } as const;
    expect(await logIn(method)).toEqual(
      fail({ code: 'invalidInput', field: 'arguments', problem: 'tooLong' }),
    );
    expect(requests).toEqual([]);
  });
});
