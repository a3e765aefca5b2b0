import type { ServiceDraft } from '../contract/service-draft.ts';
import type { InputField, InputProblem } from '../errors.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { parseOrigin } from './app-services/origin.ts';
import { plainText } from './plain-text.ts';
import { safetyOf } from './secure-origin.ts';
import type { Service } from './service.ts';

/**
 * A draft as it would be kept: trimmed, addresses as origins where they must be some, `openid` among the scopes.
 * A client secret is absent where the one that is there stays, and empty where it goes.
 */
export type CheckedDraft = ServiceDraft;

export type OpenIdConnectDraft = Extract<ServiceDraft, { kind: 'openIdConnect' }>;
type AppServicesDraft = Extract<ServiceDraft, { kind: 'appServices' }>;
type WebsiteDraft = Extract<ServiceDraft, { kind: 'website' }>;

/** The first thing that is wrong with a field, from the top of the form to its end. */
export const checkedDraft = (draft: ServiceDraft): Outcome<CheckedDraft> => {
  if (draft.kind === 'appServices') return checkedAppServices(draft);
  return draft.kind === 'website' ? checkedWebsite(draft) : checkedIssuer(draft);
};

const checkedAppServices = (draft: AppServicesDraft): Outcome<AppServicesDraft> => {
  const name = tidyName(draft.name);
  if (name === '') return wrong('serviceName', 'empty');
  const baseUrl = checkedOrigin(draft.baseUrl, 'baseUrl');
  if (!baseUrl.ok) return baseUrl;
  const appId = draft.appId.trim();
  if (appId === '') return wrong('appId', 'empty');
  if (!/^(?!\.+$)[\w.-]+$/.test(appId)) return wrong('appId', 'malformed');
  const workspace = checkedWorkspace(draft.workspaceUrl);
  if (!workspace.ok) return workspace;
  return succeed({ kind: draft.kind, name, baseUrl: baseUrl.value, appId, ...workspace.value });
};

/** RFC 6265, section 4.1.1: the name of a cookie is a token (RFC 9110, section 5.6.2). */
const cookieName = /^[!#$%&'*+.^_`|~\w-]+$/;

const checkedWebsite = (draft: WebsiteDraft): Outcome<WebsiteDraft> => {
  const name = tidyName(draft.name);
  if (name === '') return wrong('serviceName', 'empty');
  const url = checkedAddress(draft.url, 'websiteUrl');
  if (!url.ok) return url;
  const signInOrigins = checkedOrigins(draft.signInOrigins, 'signInOrigins');
  if (!signInOrigins.ok) return signInOrigins;
  const signInCookie = draft.signInCookie?.trim() ?? '';
  if (signInCookie !== '' && !cookieName.test(signInCookie)) return wrong('signInCookie', 'malformed');
  return succeed({
    kind: draft.kind,
    name,
    url: url.value,
    ...(signInCookie === '' ? {} : { signInCookie }),
    signInOrigins: signInOrigins.value,
  });
};

const checkedWorkspace = (written: string | undefined): Outcome<{ readonly workspaceUrl?: string }> => {
  if ((written ?? '').trim() === '') return succeed({});
  const address = checkedAddress(written ?? '', 'workspaceUrl');
  return address.ok ? succeed({ workspaceUrl: address.value }) : address;
};

const checkedOrigins = (all: readonly string[], field: InputField): Outcome<string[]> => {
  const origins = new Set<string>();
  for (const written of all.filter((text) => text.trim() !== '')) {
    const origin = checkedOrigin(written, field);
    if (!origin.ok) return origin;
    origins.add(origin.value);
  }
  return succeed([...origins]);
};

/** Printable ASCII, as client ids and secrets are (RFC 6749, appendix A). */
const visible = /^[\x20-\x7e]*$/;
/** RFC 6749, section 3.3. */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

export const checkedIssuer = (draft: OpenIdConnectDraft): Outcome<OpenIdConnectDraft> => {
  const name = tidyName(draft.name);
  if (name === '') return wrong('serviceName', 'empty');
  const issuer = checkedAddress(withoutDocument(draft.issuer.trim()), 'issuer');
  if (!issuer.ok) return issuer;
  // OpenID Connect Discovery 1.0, section 3.
  if (/[?#]|\/\.well-known\//.test(issuer.value)) return wrong('issuer', 'malformed');
  const clientId = draft.clientId.trim();
  if (clientId === '') return wrong('clientId', 'empty');
  if (!visible.test(clientId)) return wrong('clientId', 'malformed');
  const clientSecret = draft.clientSecret?.trim();
  if (clientSecret !== undefined && !visible.test(clientSecret)) return wrong('clientSecret', 'malformed');
  const scopes = new Set(['openid', ...draft.scopes.map((scope) => scope.trim())]);
  if (![...scopes].every((scope) => scopeToken.test(scope))) return wrong('scopes', 'malformed');
  const apiOrigins = checkedOrigins(draft.apiOrigins, 'apiOrigins');
  if (!apiOrigins.ok) return apiOrigins;
  const workspace = checkedWorkspace(draft.workspaceUrl);
  if (!workspace.ok) return workspace;
  return succeed({
    kind: draft.kind,
    name,
    issuer: issuer.value,
    clientId,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    scopes: [...scopes],
    apiOrigins: apiOrigins.value,
    ...workspace.value,
    ...(draft.redirectPort !== undefined && { redirectPort: draft.redirectPort }),
  });
};

const tidyName = (name: string): string => plainText(name, 200).replaceAll(/ +/g, ' ');

/** People copy the address of the metadata, which the issuer's is the beginning of. */
const withoutDocument = (address: string): string =>
  address.replace(/\/\.well-known\/(?:openid-configuration|oauth-authorization-server)$/, '');

const checkedAddress = (written: string, field: InputField): Outcome<string> => {
  const address = written.trim();
  if (address === '') return wrong(field, 'empty');
  const safety = safetyOf(address);
  return safety === 'secure' ? succeed(address) : wrong(field, safety);
};

const checkedOrigin = (written: string, field: InputField): Outcome<string> => {
  const address = checkedAddress(written, field);
  if (!address.ok) return address;
  const origin = parseOrigin(address.value);
  return origin ? succeed(withoutOwnPort(origin.text)) : wrong(field, 'malformed');
};

/** As browsers write origins: the port that the scheme has by itself is left out. */
const withoutOwnPort = (origin: string): string => origin.replace(/^(https:.*):443$|^(http:.*):80$/, '$1$2');

const wrong = (field: InputField, problem: InputProblem): Outcome<never> =>
  fail({ code: 'invalidInput', field, problem });

/** Where the service is that somebody wants to add. */
export const addressOf = (draft: ServiceDraft): string => {
  if (draft.kind === 'appServices') return draft.baseUrl;
  return draft.kind === 'website' ? draft.url : draft.issuer;
};

type Place =
  | Pick<AppServicesDraft, 'kind' | 'baseUrl' | 'appId'>
  | Pick<OpenIdConnectDraft, 'kind' | 'issuer' | 'clientId'>
  | Pick<WebsiteDraft, 'kind' | 'url'>
  | { readonly kind: 'directory' };

/** Is that the same place, whatever it is called? The directory is no place that anybody describes. */
export const isSameService = (service: Place, draft: Place): boolean => {
  if (service.kind === 'appServices' && draft.kind === 'appServices')
    return service.baseUrl === draft.baseUrl && service.appId === draft.appId;
  if (service.kind === 'openIdConnect' && draft.kind === 'openIdConnect')
    return withoutSlash(service.issuer) === withoutSlash(draft.issuer) && service.clientId === draft.clientId;
  if (service.kind === 'website' && draft.kind === 'website')
    return withoutSlash(service.url) === withoutSlash(draft.url);
  return false;
};

/** Whether an address ends in a slash is its owner's to say; a person leaves it out, or adds one. */
const withoutSlash = (address: string): string => address.replace(/\/$/, '');

/** Would the tokens of its accounts go elsewhere, or come from elsewhere? */
export const sendsTokensElsewhere = (service: Service, draft: CheckedDraft): boolean =>
  !isSameService(service, draft) ||
  (service.kind === 'openIdConnect' &&
    draft.kind === 'openIdConnect' &&
    !hasSameMembers(service.apiOrigins, draft.apiOrigins));

/** Has something changed that the service itself should be asked about? */
export const needsAsking = (service: Service, draft: CheckedDraft): boolean =>
  !isSameService(service, draft) ||
  (service.kind === 'openIdConnect' &&
    draft.kind === 'openIdConnect' &&
    (service.issuer !== draft.issuer ||
      draft.clientSecret !== undefined ||
      !hasSameMembers(service.scopes, draft.scopes)));

export const hasSameMembers = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && others.every((other) => some.includes(other));
