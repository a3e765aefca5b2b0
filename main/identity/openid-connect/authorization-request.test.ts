import { describe, expect, it } from 'vitest';
import { authorizationRequestOf, createTies } from './authorization-request.ts';
import type { IssuerMetadata } from './issuer-metadata.ts';

const promptsOf = async (metadata: Partial<IssuerMetadata>, { scopes = ['email'], isAgain = false } = {}) => {
  const { parameters, isFreshProofAsked } = await authorizationRequestOf({
    metadata: {
      issuer: 'https://issuer.example',
      token_endpoint: 'https://issuer.example/token',
      jwks_uri: 'https://issuer.example/jwks',
      ...metadata,
    },
    scopes,
    redirectUri: 'http://127.0.0.1:50000/callback',
    ties: createTies(),
    expected: isAgain ? { subject: 'ada', email: 'ada@example.com' } : undefined,
  });
  return { prompt: parameters['prompt'], maxAge: parameters['max_age'], isFreshProofAsked };
};

const google = { issuer: 'https://accounts.google.com' };
const microsoft = { issuer: 'https://login.microsoftonline.com/tenant/v2.0' };
const listing = (...values: string[]) => ({ prompt_values_supported: values });
const claiming = (...claims_supported: string[]) => ({ claims_supported });
const offline = ['email', 'offline_access'];

describe('what an issuer is asked to do', () => {
  it.each([
    ['lists nothing', {}, 'login'],
    ['lists select_account', listing('none', 'login', 'select_account'), 'select_account'],
    ['does not list it', listing('none', 'login', 'consent'), 'login'],
    ['lists neither', listing('none'), undefined],
    ['is Google', google, 'select_account'],
    ['is Microsoft', microsoft, 'select_account'],
  ])('adding an account: an issuer that %s', async (_what, metadata, prompt) => {
    expect(await promptsOf(metadata)).toEqual({ prompt, maxAge: undefined, isFreshProofAsked: false });
  });

  it.each([
    ['lists nothing', {}, 'login', '0'],
    ['lists login', listing('login', 'select_account'), 'login', '0'],
    ['lists neither', listing('none'), undefined, '0'],
    ['lists auth_time among its claims', claiming('sub', 'auth_time'), 'login', '0'],
    ['lists its claims without auth_time', claiming('sub', 'name'), 'login', undefined],
    ['is Google, which knows no login and tells no auth_time', google, 'select_account', undefined],
    ['is Microsoft, which tells no auth_time', microsoft, 'login', undefined],
  ])('D6: logging in again: an issuer that %s', async (_what, metadata, prompt, maxAge) => {
    const isFreshProofAsked = maxAge !== undefined;
    expect(await promptsOf(metadata, { isAgain: true })).toEqual({ prompt, maxAge, isFreshProofAsked });
  });

  it.each([
    ['tells when the proof was', claiming('auth_time'), 'login consent'],
    ['does not tell it, so that the prompt must not be missed', claiming('sub'), 'login'],
    ['is Google', google, 'select_account'],
  ])('D6: logging in again with a refresh token: an issuer that %s', async (_what, metadata, prompt) => {
    expect((await promptsOf(metadata, { scopes: offline, isAgain: true })).prompt).toBe(prompt);
  });

  it.each([
    ['lists nothing', {}, 'login consent'],
    ['does not list consent', listing('login'), 'login'],
    ['takes one prompt at a time', microsoft, 'select_account'],
  ])(
    'asks for the consent that a refresh token needs: an issuer that %s',
    async (_what, metadata, prompt) => {
      expect((await promptsOf(metadata, { scopes: offline })).prompt).toBe(prompt);
    },
  );
});
