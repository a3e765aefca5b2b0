import type { ServiceDraft } from '../../../app/contract/service-draft.ts';
import type { ErrorReport, InputField, InputProblem } from '../../../app/errors.ts';
import { safetyOf } from '../../../app/identity/secure-origin.ts';
import type { OpenIdConnectService } from '../../../app/identity/service.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';

export type IssuerDraft = Extract<ServiceDraft, { kind: 'openIdConnect' }>;

/** What a person says of an issuer, in the form that it is kept in. */
export type DescribedIssuer = Pick<
  OpenIdConnectService,
  'name' | 'issuer' | 'clientId' | 'scopes' | 'apiOrigins' | 'workspaceUrl' | 'redirectPort'
>;

/** Checks the fields of a draft. Fails with `invalidInput`, for the first that is wrong. */
export const describedIssuer = (draft: IssuerDraft): Outcome<DescribedIssuer> => {
  const issuer = withoutDocument(draft.issuer.trim());
  const clientId = draft.clientId.trim();
  const workspaceUrl = draft.workspaceUrl?.trim();
  const scopes = [...new Set(['openid', ...draft.scopes])];
  const error =
    issuerErrorOf(issuer) ??
    (clientId === '' ? invalid('clientId', 'empty') : undefined) ??
    (isPrintable(clientId) ? undefined : invalid('clientId', 'malformed')) ??
    (scopes.every(isScope) ? undefined : invalid('scopes', 'malformed')) ??
    firstOf(draft.apiOrigins, (origin) => originErrorOf(origin)) ??
    (workspaceUrl ? addressErrorOf(workspaceUrl, 'workspaceUrl') : undefined);
  if (error) return fail(error);
  return succeed({
    name: draft.name.trim(),
    issuer,
    clientId,
    scopes,
    apiOrigins: [...new Set(draft.apiOrigins.map((origin) => new URL(origin.trim()).origin))],
    workspaceUrl: workspaceUrl || undefined,
    redirectPort: draft.redirectPort,
  });
};

/** People copy the address of the metadata, which the issuer's is the beginning of. */
const withoutDocument = (address: string): string =>
  address.replace(/\/\.well-known\/(?:openid-configuration|oauth-authorization-server)$/, '');

/** Discovery 1.0, section 4.1: neither query nor fragment. */
const issuerErrorOf = (issuer: string): ErrorReport | undefined => {
  if (issuer === '') return invalid('issuer', 'empty');
  const hasMore = /[?#]/.test(issuer) || issuer.includes('/.well-known/');
  return addressErrorOf(issuer, 'issuer') ?? (hasMore ? invalid('issuer', 'malformed') : undefined);
};

/** Nothing beside the origin: a token is for all of it, or for none. */
const originErrorOf = (text: string): ErrorReport | undefined => {
  const error = addressErrorOf(text.trim(), 'apiOrigins');
  if (error) return error;
  const url = new URL(text.trim());
  const isOrigin = url.href === `${url.origin}/` && !/[?#]/.test(text);
  return isOrigin ? undefined : invalid('apiOrigins', 'malformed');
};

const addressErrorOf = (address: string, field: InputField): ErrorReport | undefined => {
  if (address === '') return invalid(field, 'empty');
  const safety = safetyOf(address);
  if (safety === 'insecure') return invalid(field, 'insecure');
  return safety === 'malformed' || !URL.canParse(address) ? invalid(field, 'malformed') : undefined;
};

/** `scope-token` and `client-id` (RFC 6749, section 3.3 and appendix A.1). */
const isScope = (text: string): boolean => /^[\x21\x23-\x5B\x5D-\x7E]+$/.test(text);
const isPrintable = (text: string): boolean => /^[\x20-\x7E]*$/.test(text);

const firstOf = <T>(
  items: readonly T[],
  errorOf: (item: T) => ErrorReport | undefined,
): ErrorReport | undefined => {
  for (const item of items) {
    const error = errorOf(item);
    if (error) return error;
  }
  return undefined;
};

const invalid = (field: InputField, problem: InputProblem): ErrorReport => ({
  code: 'invalidInput',
  field,
  problem,
});
