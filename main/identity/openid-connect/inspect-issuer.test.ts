import { afterEach, describe, expect, it } from 'vitest';
import { createManualTimers } from '../../../app/testing/manual-timers.ts';
import type { InputField, InputProblem } from '../../../app/errors.ts';
import type { OpenIdConnectDraft } from '../../../app/identity/service-rules.ts';
import { fail } from '../../../app/outcome.ts';
import { createBoundedFetch } from '../../network/bounded-fetch.ts';
import { inspectIssuer } from './inspect-issuer.ts';
import { startHostileProvider, type HostileProvider, type Mischief } from './testing/hostile-provider.ts';
import { startOpenIdProvider, type OpenIdProvider } from './testing/openid-provider.ts';
import { valueOf } from './testing/signing-in.ts';

const running: (HostileProvider | OpenIdProvider)[] = [];
afterEach(async () => {
  for (const provider of running.splice(0)) await provider.stop();
});

const draft: OpenIdConnectDraft = {
  kind: 'openIdConnect',
  name: ' Work ',
  issuer: 'https://issuer.example',
  clientId: 'hotseat',
  scopes: ['openid', 'email', 'offline_access'],
  apiOrigins: [],
};

const requested: string[] = [];
afterEach(() => void requested.splice(0));

/** The network, or one where only the given documents are. */
const inspect = (change: Partial<OpenIdConnectDraft>, documents?: Readonly<Record<string, unknown>>) =>
  inspectIssuer(
    { ...draft, ...change },
    {
      hasClientSecret: false,
      fetch: createBoundedFetch({
        timers: createManualTimers(),
        fetch: (url, init) => {
          requested.push(url);
          if (!documents) return fetch(url, init);
          const document = documents[url];
          return Promise.resolve(
            document === undefined ? new Response('Not here', { status: 404 }) : Response.json(document),
          );
        },
      }),
    },
  );

const openHostile = async (mischief: Mischief) => {
  const issuer = await startHostileProvider();
  running.push(issuer);
  Object.assign(issuer.mischief, mischief);
  return issuer;
};

const metadataOf = (issuer: string, base = issuer.replace(/\/$/, '')) => ({
  issuer,
  authorization_endpoint: `${base}/authorize`,
  token_endpoint: `${base}/token`,
  jwks_uri: `${base}/jwks`,
});

describe('inspecting an issuer', () => {
  it('says of a certified provider what it offers', async () => {
    const issuer = await startOpenIdProvider({ people: [] });
    running.push(issuer);
    const inspected = valueOf(await inspect({ issuer: issuer.issuer }));
    expect(inspected.offer).toEqual({
      kind: 'openIdConnect',
      ways: ['browser', 'deviceCode'],
      otherOrigins: [],
      revokesTokens: true,
      endsBrowserSession: true,
      scopes: ['openid', 'email', 'offline_access'],
    });
    expect(inspected.service).toMatchObject({ name: 'Work', issuer: issuer.issuer, clientId: 'hotseat' });
  });

  it('names the origins beside its own, each once, and leaves out a scope that it has not', async () => {
    const issuer = await openHostile({
      metadata: (honest) => ({
        ...honest,
        token_endpoint: 'https://tokens.example/token',
        jwks_uri: 'https://tokens.example/keys',
        userinfo_endpoint: 'https://api.example:8443/me',
        scopes_supported: ['openid', 'profile'],
        revocation_endpoint: undefined,
        grant_types_supported: ['authorization_code'],
      }),
    });
    const { offer } = valueOf(await inspect({ issuer: issuer.issuer }));
    expect(offer).toEqual({
      kind: 'openIdConnect',
      ways: ['browser'],
      otherOrigins: ['https://api.example:8443', 'https://tokens.example'],
      revokesTokens: false,
      endsBrowserSession: false,
      scopes: ['openid', 'email'],
    });
  });

  it.each<[InputField, Partial<OpenIdConnectDraft>, InputProblem]>([
    ['issuer', { issuer: ' ' }, 'empty'],
    ['issuer', { issuer: 'http://issuer.example' }, 'insecure'],
    ['issuer', { issuer: 'http://127.0.0.1.evil.example' }, 'insecure'],
    ['issuer', { issuer: 'issuer.example' }, 'malformed'],
    ['issuer', { issuer: 'file:///etc/passwd' }, 'malformed'],
    ['issuer', { issuer: 'https://a:b@issuer.example' }, 'malformed'],
    ['issuer', { issuer: 'https://issuer.example?x=1' }, 'malformed'],
    ['issuer', { issuer: 'https://issuer.example#x' }, 'malformed'],
    ['issuer', { issuer: 'https://issuer.example/.well-known/other' }, 'malformed'],
    ['clientId', { clientId: '' }, 'empty'],
    ['clientId', { clientId: 'h\u00F6tseat' }, 'malformed'],
    ['scopes', { scopes: ['two words'] }, 'malformed'],
    ['scopes', { scopes: ['quo"te'] }, 'malformed'],
    ['scopes', { scopes: [''] }, 'malformed'],
    ['apiOrigins', { apiOrigins: ['https://api.example', 'http://api.example'] }, 'insecure'],
    ['apiOrigins', { apiOrigins: ['https://api.example/v1'] }, 'malformed'],
    ['apiOrigins', { apiOrigins: ['https://api.example?'] }, 'malformed'],
    ['apiOrigins', { apiOrigins: ['https://*.example'] }, 'malformed'],
    ['workspaceUrl', { workspaceUrl: 'http://work.example' }, 'insecure'],
    ['workspaceUrl', { workspaceUrl: 'javascript:alert(1)' }, 'malformed'],
  ])('T48: refuses the field %s of %j: %s', async (field, change, problem) => {
    expect(await inspect(change)).toEqual(fail({ code: 'invalidInput', field, problem }));
    expect(requested).toEqual([]);
  });

  it('keeps addresses in one form', async () => {
    const issuer = 'https://issuer.example/realms/work';
    const { service } = valueOf(
      await inspect(
        {
          issuer: ` ${issuer}/.well-known/openid-configuration`,
          apiOrigins: ['https://API.example/', 'https://api.example:443'],
          workspaceUrl: ' https://work.example/start?x=1 ',
        },
        { [`${issuer}/.well-known/openid-configuration`]: metadataOf(issuer) },
      ),
    );
    expect(service).toMatchObject({
      issuer,
      apiOrigins: ['https://api.example'],
      workspaceUrl: 'https://work.example/start?x=1',
    });
  });

  it.each([
    ['https://issuer.example', 'https://issuer.example/'],
    ['https://issuer.example/realm/', 'https://issuer.example/realm'],
  ])('takes %s for %s, where that is how it writes itself', async (typed, written) => {
    const document = `${written.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { service } = valueOf(await inspect({ issuer: typed }, { [document]: metadataOf(written) }));
    expect(service.issuer).toBe(written);
  });

  const document = 'https://issuer.example/.well-known/openid-configuration';
  const honest = metadataOf('https://issuer.example');

  it.each([
    ['nothing there', undefined, 'otherProtocol'],
    ['other JSON', { hello: 'world' }, 'untrusted'],
    ['another issuer', { ...honest, issuer: 'https://other.example' }, 'untrusted'],
    ['no keys', { ...honest, jwks_uri: undefined }, 'otherProtocol'],
    ['plain http on this computer', { ...honest, token_endpoint: 'http://127.0.0.1/token' }, 'untrusted'],
    ['plain http elsewhere', { ...honest, jwks_uri: 'http://issuer.example/jwks' }, 'untrusted'],
  ])('D4: refuses %s', async (_what, metadata, problem) => {
    const outcome = await inspect({}, { [document]: metadata });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'serverError', problem } });
  });

  it('T48: says of a page that is not an issuer that it speaks another protocol', async () => {
    const outcome = await inspectIssuer(draft, {
      hasClientSecret: false,
      fetch: () =>
        Promise.resolve(new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })),
    });
    expect(outcome).toEqual(fail({ code: 'serverError', problem: 'otherProtocol' }));
  });

  it('T48: says of an address where nobody is that it cannot be reached', async () => {
    const issuer = await startHostileProvider();
    await issuer.stop();
    expect(await inspect({ issuer: issuer.issuer })).toEqual(fail({ code: 'networkUnavailable' }));
  });

  it.each([
    ['no flow that Hotseat has', { response_types_supported: ['id_token'] }],
    ['no PKCE with S256', { code_challenge_methods_supported: ['plain'] }],
    ['no code grant', { grant_types_supported: ['implicit'] }],
  ])('refuses an issuer with %s', async (_what, change) => {
    const outcome = await inspect({}, { [document]: { ...honest, ...change } });
    expect(outcome).toEqual(fail({ code: 'conflict', with: 'notOffered' }));
  });

  it('takes a client without a secret where the issuer does not say that it does', async () => {
    const metadata = { ...honest, token_endpoint_auth_methods_supported: ['client_secret_basic'] };
    expect(valueOf(await inspect({}, { [document]: metadata })).offer.ways).toEqual(['browser']);
  });

  it('offers no device codes of Google, whose answer is another than the standard has', async () => {
    const issuer = 'https://accounts.google.com';
    const metadata = { ...metadataOf(issuer), device_authorization_endpoint: `${issuer}/device` };
    const documents = { [`${issuer}/.well-known/openid-configuration`]: metadata };
    expect(valueOf(await inspect({ issuer }, documents)).offer.ways).toEqual(['browser']);
  });

  it('refuses a client secret where the issuer takes none', async () => {
    const metadata = { ...honest, token_endpoint_auth_methods_supported: ['private_key_jwt'] };
    const outcome = await inspectIssuer(draft, {
      hasClientSecret: true,
      fetch: () => Promise.resolve(Response.json(metadata)),
    });
    expect(outcome).toEqual(fail({ code: 'conflict', with: 'notOffered' }));
  });
});
