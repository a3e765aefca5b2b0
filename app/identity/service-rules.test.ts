import { describe, expect, it } from 'vitest';
import type { ServiceDraft } from '../contract/service-draft.ts';
import { serviceIdSchema } from '../users/user.ts';
import { checkedDraft, isSameService, needsAsking, sendsTokensElsewhere } from './service-rules.ts';
import type { AppServicesService, OpenIdConnectService, WebsiteService } from './service.ts';

type Draft<Kind> = Extract<ServiceDraft, { kind: Kind }>;

const appDraft = (changes: Partial<Draft<'appServices'>> = {}): Draft<'appServices'> => ({
  kind: 'appServices',
  name: 'Shop',
  baseUrl: 'https://services.example.org',
  appId: 'shop-abcde',
  ...changes,
});
const issuerDraft = (changes: Partial<Draft<'openIdConnect'>> = {}): Draft<'openIdConnect'> => ({
  kind: 'openIdConnect',
  name: 'Work',
  issuer: 'https://id.example.org/realms/desk',
  clientId: 'hotseat',
  scopes: ['openid', 'email'],
  apiOrigins: ['https://api.example.org'],
  ...changes,
});
const siteDraft = (changes: Partial<Draft<'website'>> = {}): Draft<'website'> => ({
  kind: 'website',
  name: 'Example',
  url: 'https://example.org/start?x=1',
  signInOrigins: ['https://login.example.org'],
  ...changes,
});
const id = serviceIdSchema.parse('service-1');
const app: AppServicesService = { ...appDraft(), id };
const issuer: OpenIdConnectService = {
  ...issuerDraft(),
  id,
  hasClientSecret: false,
  otherOrigins: [],
  ways: ['browser'],
};

const site: WebsiteService = { ...siteDraft(), id };

describe('a service as a person describes it', () => {
  it('is tidied up', () => {
    expect(
      checkedDraft(
        appDraft({ name: '  My\u202e\n shop ', baseUrl: ' HTTPS://Services.Example.org/ ', appId: ' a-1 ' }),
      ),
    ).toEqual({
      ok: true,
      value: { kind: 'appServices', name: 'My shop', baseUrl: 'https://services.example.org', appId: 'a-1' },
    });
    expect(
      checkedDraft(
        issuerDraft({
          issuer: ' https://id.example.org/realms/desk/.well-known/openid-configuration',
          clientId: ' hotseat ',
          clientSecret: ' s3cret ',
          scopes: [' email', 'email'],
          apiOrigins: ['https://API.example.org/', 'https://api.example.org:443', ' '],
          workspaceUrl: ' ',
          redirectPort: 4000,
        }),
      ),
    ).toEqual({
      ok: true,
      value: {
        kind: 'openIdConnect',
        name: 'Work',
        issuer: 'https://id.example.org/realms/desk',
        clientId: 'hotseat',
        clientSecret: 's3cret',
        scopes: ['openid', 'email'],
        apiOrigins: ['https://api.example.org'],
        redirectPort: 4000,
      },
    });
  });

  it('is a website with little more than an address', () => {
    const written = siteDraft({
      url: ' https://example.org/start?x=1 ',
      signInOrigins: ['https://LOGIN.example.org/', 'https://login.example.org:443', ' '],
      signInCookie: ' sid ',
    });
    expect(checkedDraft(written)).toEqual({ ok: true, value: siteDraft({ signInCookie: 'sid' }) });
    expect(checkedDraft(siteDraft({ signInCookie: ' ' }))).toEqual({ ok: true, value: siteDraft() });
  });

  it('may have a workspace, and none where the field is empty', () => {
    const workspaceUrl = 'https://shop.example.org/desk';
    expect(checkedDraft(appDraft({ workspaceUrl: ` ${workspaceUrl}` }))).toEqual({
      ok: true,
      value: appDraft({ workspaceUrl }),
    });
    expect(checkedDraft(appDraft({ workspaceUrl: ' ' }))).toEqual({ ok: true, value: appDraft() });
  });

  it('keeps the issuer letter by letter', () => {
    const checked = checkedDraft(issuerDraft({ issuer: 'https://id.example.org/' }));
    expect(checked).toMatchObject({ value: { issuer: 'https://id.example.org/' } });
  });

  it.each<[string, ServiceDraft, string, string]>([
    ['no name', appDraft({ name: ' \u200b' }), 'serviceName', 'empty'],
    ['no address', appDraft({ baseUrl: ' ' }), 'baseUrl', 'empty'],
    ['an address without its scheme', appDraft({ baseUrl: 'services.example.org' }), 'baseUrl', 'malformed'],
    ['an address with a path', appDraft({ baseUrl: 'https://example.org/api' }), 'baseUrl', 'malformed'],
    ['a user in the address', appDraft({ baseUrl: 'https://ada@example.org' }), 'baseUrl', 'malformed'],
    ['plain http elsewhere', appDraft({ baseUrl: 'http://example.org' }), 'baseUrl', 'insecure'],
    ['no app', appDraft({ appId: '' }), 'appId', 'empty'],
    ['a path for an app', appDraft({ appId: '../admin' }), 'appId', 'malformed'],
    ['a workspace that is no page', appDraft({ workspaceUrl: 'file:///etc' }), 'workspaceUrl', 'malformed'],
    ['no website', siteDraft({ url: '' }), 'websiteUrl', 'empty'],
    ['a website that is a script', siteDraft({ url: 'javascript:1' }), 'websiteUrl', 'malformed'],
    ['a website by plain http', siteDraft({ url: 'http://example.org' }), 'websiteUrl', 'insecure'],
    ['a cookie with its value', siteDraft({ signInCookie: 'sid=1' }), 'signInCookie', 'malformed'],
    ['a sign-in with a path', siteDraft({ signInOrigins: ['https://a.b/c'] }), 'signInOrigins', 'malformed'],
    ['no issuer', issuerDraft({ issuer: '' }), 'issuer', 'empty'],
    ['an issuer by plain http', issuerDraft({ issuer: 'http://id.example.org' }), 'issuer', 'insecure'],
    ['an issuer with a query', issuerDraft({ issuer: 'https://id.example.org/?a' }), 'issuer', 'malformed'],
    ['no client', issuerDraft({ clientId: ' ' }), 'clientId', 'empty'],
    ['a client of two lines', issuerDraft({ clientId: 'a\nb' }), 'clientId', 'malformed'],
    ['a secret of two lines', issuerDraft({ clientSecret: 'a\r\nb' }), 'clientSecret', 'malformed'],
    ['two scopes in one', issuerDraft({ scopes: ['email profile'] }), 'scopes', 'malformed'],
    ['an empty scope', issuerDraft({ scopes: ['email', ' '] }), 'scopes', 'malformed'],
    ['an API with a path', issuerDraft({ apiOrigins: ['https://a.example/v1'] }), 'apiOrigins', 'malformed'],
    ['an API by plain http', issuerDraft({ apiOrigins: ['http://a.example'] }), 'apiOrigins', 'insecure'],
    [
      'a workspace that is a script',
      issuerDraft({ workspaceUrl: 'javascript:1' }),
      'workspaceUrl',
      'malformed',
    ],
    [
      'a workspace by plain http',
      issuerDraft({ workspaceUrl: 'http://a.example' }),
      'workspaceUrl',
      'insecure',
    ],
  ])('is refused with %s', (_title, draft, field, problem) => {
    expect(checkedDraft(draft)).toEqual({ ok: false, error: { code: 'invalidInput', field, problem } });
  });

  it('may be on this computer, by plain http', () => {
    expect(checkedDraft(appDraft({ baseUrl: 'http://localhost:8080' })).ok).toBe(true);
    expect(checkedDraft(issuerDraft({ issuer: 'http://127.0.0.1:3000' })).ok).toBe(true);
  });
});

describe('an edit', () => {
  it('is of the same service, whatever it is called', () => {
    expect(isSameService(app, appDraft({ name: 'Other' }))).toBe(true);
    expect(isSameService(app, appDraft({ appId: 'other' }))).toBe(false);
    expect(isSameService(issuer, issuerDraft({ issuer: `${issuer.issuer}/` }))).toBe(true);
    expect(isSameService(issuer, issuerDraft({ clientId: 'other' }))).toBe(false);
    expect(isSameService(app, issuerDraft())).toBe(false);
    expect(isSameService(site, siteDraft({ name: 'Other', signInOrigins: [] }))).toBe(true);
    expect(isSameService(site, siteDraft({ url: 'https://evil.example' }))).toBe(false);
    expect(sendsTokensElsewhere(site, siteDraft({ url: 'https://evil.example' }))).toBe(true);
  });

  it.each<[string, Partial<Draft<'openIdConnect'>>, { elsewhere: boolean; asks: boolean }]>([
    ['its name', { name: 'Other' }, { elsewhere: false, asks: false }],
    ['its workspace', { workspaceUrl: 'https://w.example.org' }, { elsewhere: false, asks: false }],
    ['its redirect port', { redirectPort: 4000 }, { elsewhere: false, asks: false }],
    ['its scopes', { scopes: ['openid'] }, { elsewhere: false, asks: true }],
    ['the order of its scopes', { scopes: ['email', 'openid'] }, { elsewhere: false, asks: false }],
    ['its client secret', { clientSecret: 'new' }, { elsewhere: false, asks: true }],
    ['its issuer', { issuer: 'https://evil.example' }, { elsewhere: true, asks: true }],
    ['its client', { clientId: 'other' }, { elsewhere: true, asks: true }],
    ['its APIs', { apiOrigins: ['https://evil.example'] }, { elsewhere: true, asks: false }],
    [
      'one API more',
      { apiOrigins: [...issuer.apiOrigins, 'https://b.example'] },
      { elsewhere: true, asks: false },
    ],
  ])('of %s', (_title, change, { elsewhere, asks }) => {
    const draft = issuerDraft(change);
    expect({ elsewhere: sendsTokensElsewhere(issuer, draft), asks: needsAsking(issuer, draft) }).toEqual({
      elsewhere,
      asks,
    });
  });

  it('of a base URL or an app id sends tokens elsewhere', () => {
    expect(sendsTokensElsewhere(app, appDraft({ baseUrl: 'https://evil.example' }))).toBe(true);
    expect(sendsTokensElsewhere(app, appDraft({ appId: 'other' }))).toBe(true);
    expect(sendsTokensElsewhere(app, appDraft({ name: 'Other' }))).toBe(false);
  });
});
