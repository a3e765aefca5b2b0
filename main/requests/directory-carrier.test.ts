import { afterEach, describe, expect, it } from 'vitest';
import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import { directoryOrigin } from '../../app/identity/directory-scheme.ts';
import { succeed } from '../../app/outcome.ts';
import type { AnswerHead, CarriedRequest } from '../../app/requests/request-carrier.ts';
import { Stoppable } from '../../app/requests/stoppable.ts';
import {
  openDirectoryClient,
  personOf,
  valueOf,
  type DirectoryClient,
} from '../identity/testing/directory-client.ts';
import { createDirectoryCarrier } from './directory-carrier.ts';

const opened: DirectoryClient[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** The real directory, in this process. */
const open = async () => {
  const client = openDirectoryClient();
  opened.push(client);
  const ada = personOf('ada');
  valueOf(await client.appServices.createAccount({ email: ada.email, password: ada.password, name: 'Ada' }));
  const { accessToken } = valueOf(await client.logIn(ada.method)).session;
  const transport: HttpTransport = async ({ method, url, headers, body }) => {
    const response = await client.directory.app.fetch(
      new Request(url, { method, headers, ...(body !== undefined && { body }) }),
    );
    return succeed({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  };
  const heads: AnswerHead[] = [];
  const texts: string[] = [];
  const carry = (request: Partial<CarriedRequest>) =>
    createDirectoryCarrier(transport)(
      {
        origin: directoryOrigin,
        path: '/api/client/v2.0/auth/profile',
        method: 'GET',
        body: undefined,
        headers: { Authorization: `Bearer ${accessToken}` },
        ...request,
      },
      { head: (head) => heads.push(head), text: (text) => texts.push(text) },
      new Stoppable(),
    );
  return { carry, heads, texts, ada };
};

describe('a request to the directory', () => {
  it('is answered for the user whose token it carries', async () => {
    const { carry, heads, texts, ada } = await open();
    expect(await carry({})).toMatchObject({ ok: true, value: { isCut: false, kind: 'text' } });
    expect([heads.map(({ status }) => status), texts.join('')]).toEqual([
      [200],
      expect.stringContaining(ada.email),
    ]);
  });

  it('without a good token it is refused as anywhere', async () => {
    const { carry, heads } = await open();
    await carry({ headers: { Authorization: 'Bearer CANARY-nobody-accessToken-1' } });
    expect(heads).toMatchObject([{ status: 401 }]);
  });

  it.each([
    ['a method that it has not', { method: 'OPTIONS' }, 'requestMethod'],
    ['a path that could be a host', { path: '//evil.example/' }, 'requestUrl'],
    ['a path beyond its messages', { path: `/${'a'.repeat(2048)}` }, 'requestUrl'],
    ['a header beyond its messages', { headers: { ['x'.repeat(101)]: 'a' } }, 'requestHeaders'],
  ])('takes no %s', async (_title, request, field) => {
    const { carry, heads } = await open();
    expect(await carry(request)).toMatchObject({ ok: false, error: { code: 'invalidInput', field } });
    expect(heads).toEqual([]);
  });
});
