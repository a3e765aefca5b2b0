import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAccountList } from './account-list.ts';
import { sampleFile } from './testing/sample-list.ts';

const [service, website] = sampleFile.services;
const [account] = sampleFile.accounts;

const refusalOf = (text: string) => {
  const list = readAccountList(text);
  if (list.ok) return undefined;
  return list.error.code === 'fileRefused' ? list.error.because : list.error.code;
};

test('a file of version 1, as it was written, is read', () => {
  const list = readAccountList(
    '{"format":"hotseat-accounts","version":1,"services":[{"kind":"openIdConnect","name":"Work","issuer":"https://id.example.org","clientId":"hotseat","needsClientSecret":true,"scopes":["openid"],"apiOrigins":[],"ways":["browser"]}],"accounts":[{"service":0,"subject":"s","email":"ana@example.org","name":"Ana","nickname":"Me","colour":11}]}',
  );
  expect(list).toMatchObject({
    ok: true,
    value: {
      services: [{ draft: { issuer: 'https://id.example.org' }, ways: ['browser'], needsClientSecret: true }],
      accounts: [
        { service: 0, subject: 's', email: 'ana@example.org', name: 'Ana', nickname: 'Me', colour: 11 },
      ],
    },
  });
});

test.each([
  ['no JSON', 'accounts', 'notAList'],
  ['other JSON', '[1,2]', 'notAList'],
  ['deep JSON', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'notAList'],
  ['another format', JSON.stringify({ ...sampleFile, format: 'bitwarden' }), 'notAList'],
  ['a newer version', JSON.stringify({ ...sampleFile, version: 2, accounts: 'many' }), 'newerVersion'],
  ['no version', JSON.stringify({ ...sampleFile, version: undefined }), 'notAList'],
  ['another key', JSON.stringify({ ...sampleFile, token: 'x' }), 'notAList'],
  [
    'a client secret',
    JSON.stringify({ ...sampleFile, services: [{ ...service, clientSecret: 'x' }] }),
    'notAList',
  ],
  [
    'a token of an account',
    JSON.stringify({ ...sampleFile, accounts: [{ ...account, refreshToken: 'x' }] }),
    'notAList',
  ],
  [
    'a prototype',
    JSON.stringify(sampleFile).replace('"version"', '"__proto__":{"isAdmin":true},"version"'),
    'notAList',
  ],
  [
    'a prototype of an account',
    JSON.stringify(sampleFile).replace('"subject"', '"__proto__":{},"subject"'),
    'notAList',
  ],
  [
    'a prototype of a service',
    JSON.stringify(sampleFile).replace('"appId"', '"__proto__":{"appId":"x"},"appId"'),
    'notAList',
  ],
  [
    'a service twice',
    JSON.stringify({ ...sampleFile, services: [service, { ...service, name: 'B' }] }),
    'repeated',
  ],
  [
    'a website twice, once with a slash',
    JSON.stringify({
      ...sampleFile,
      services: [website, { ...website, url: 'https://forum.example.org' }],
      accounts: [],
    }),
    'repeated',
  ],
  ['an account twice', JSON.stringify({ ...sampleFile, accounts: [account, account] }), 'repeated'],
  [
    'an account of no service',
    JSON.stringify({ ...sampleFile, accounts: [{ ...account, service: 2 }] }),
    'notAList',
  ],
  [
    'an account of a service before the first',
    JSON.stringify({ ...sampleFile, accounts: [{ ...account, service: -1 }] }),
    'notAList',
  ],
  [
    'a colour that is none',
    JSON.stringify({ ...sampleFile, accounts: [{ ...account, colour: 12 }] }),
    'notAList',
  ],
  [
    'an account without an id',
    JSON.stringify({ ...sampleFile, accounts: [{ ...account, subject: '' }] }),
    'notAList',
  ],
  ...[
    'javascript:alert(1)',
    'http://services.example.org',
    'file:///etc/passwd',
    'https://ana@evil.example',
    '',
  ].map(
    (baseUrl) =>
      [
        `a service at ${baseUrl}`,
        JSON.stringify({ ...sampleFile, services: [{ ...service, baseUrl }, website] }),
        'badService',
      ] as const,
  ),
  [
    'a workspace that is a script',
    JSON.stringify({ ...sampleFile, services: [{ ...service, workspaceUrl: 'javascript:1' }, website] }),
    'badService',
  ],
  [
    'a sign-in origin without protection',
    JSON.stringify({
      ...sampleFile,
      services: [service, { ...website, signInOrigins: ['http://x.example'] }],
    }),
    'badService',
  ],
] as const)('%s is refused', (_what, text, because) => {
  expect(refusalOf(text)).toBe(because);
});

test('texts are one line, without marks that turn others around, and of a length to be shown', () => {
  const accounts = [{ ...account, name: ' A\u202ena\nB ', nickname: '\u200b', email: 'e'.repeat(1_000) }];
  const list = readAccountList(JSON.stringify({ ...sampleFile, accounts }));
  expect(list).toMatchObject({ ok: true, value: { accounts: [{ name: 'Ana B', nickname: undefined }] } });
  if (list.ok) expect(list.value.accounts[0]?.email).toHaveLength(320);
});

test('whatever is in a file, it is refused with a reason or is a list that keeps its own rules', () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('https://a.example', 'javascript:1', 'http://b.example', '__proto__', 1, -1, 0.5, null),
  );
  const hostile = fc.record(
    {
      format: fc.constantFrom('hotseat-accounts', 'other'),
      version: fc.constantFrom<unknown>(1, 1, 1, 2, 0, '1'),
      services: fc.array(
        fc.oneof(
          fc.constantFrom<unknown>(service, website),
          value.map((baseUrl) => ({ ...service, baseUrl })),
          value,
        ),
        { maxLength: 4 },
      ),
      accounts: fc.array(
        fc.oneof(
          fc.nat(3).map((place) => ({ ...account, service: place })),
          value.map((subject) => ({ ...account, subject })),
          value,
        ),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: [] },
  );
  let taken = 0;
  fc.assert(
    fc.property(hostile, (file) => {
      const list = readAccountList(JSON.stringify(file));
      if (!list.ok) expect(list.error.code).toBe('fileRefused');
      else {
        taken += 1;
        const { services, accounts } = list.value;
        for (const { draft } of services)
          if (draft.kind === 'appServices') expect(draft.baseUrl).toMatch(/^https:\/\//u);
        for (const one of accounts) expect(services[one.service]).toBeDefined();
        const keys = accounts.map((one) => `${one.service} ${one.subject}`);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
    { numRuns: 2_000, seed: 20_261_129 },
  );
  expect(taken, 'some are lists').toBeGreaterThan(10);
});

test('a text that is anything at all never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readAccountList(text).ok).toBe(false);
    }),
    { numRuns: 1_000, seed: 20_261_129 },
  );
});
