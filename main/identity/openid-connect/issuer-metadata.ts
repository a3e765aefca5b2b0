import { z } from 'zod';
import type { ServerProblem } from '../../../app/errors.ts';
import { isSecureEnough } from '../../../app/identity/secure-origin.ts';
import type { OpenIdConnectWay } from '../../../app/identity/service.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import { habitsOf } from './issuer-habits.ts';

const address = z.string().max(2048);
const names = z.array(z.string().max(256)).max(1024).optional();

/** What is used of an issuer's metadata (OpenID Connect Discovery 1.0, section 3, and the RFCs that add to it). */
export const issuerMetadataSchema = z.object({
  issuer: address,
  token_endpoint: address,
  jwks_uri: address,
  authorization_endpoint: address.optional(),
  device_authorization_endpoint: address.optional(),
  userinfo_endpoint: address.optional(),
  revocation_endpoint: address.optional(),
  end_session_endpoint: address.optional(),
  response_types_supported: names,
  grant_types_supported: names,
  code_challenge_methods_supported: names,
  scopes_supported: names,
  prompt_values_supported: names,
  claims_supported: names,
  token_endpoint_auth_methods_supported: names,
});
export type IssuerMetadata = z.infer<typeof issuerMetadataSchema>;

const endpoints = [
  'token_endpoint',
  'jwks_uri',
  'authorization_endpoint',
  'device_authorization_endpoint',
  'userinfo_endpoint',
  'revocation_endpoint',
  'end_session_endpoint',
] as const;

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

export const isPlainHttp = (url: string): boolean => URL.parse(url)?.protocol === 'http:';

/**
 * Origins beside the issuer's own that its endpoints have. Fails with `untrusted` where one of them can be
 * overheard: http is for an issuer that is on this computer itself, and speaks http.
 */
export const otherOriginsOf = (metadata: IssuerMetadata): Outcome<readonly string[]> => {
  const ownOrigin = URL.parse(metadata.issuer)?.origin;
  const origins = new Set<string>();
  for (const name of endpoints) {
    const text = metadata[name];
    if (text === undefined) continue;
    const origin = URL.parse(text)?.origin;
    const isDowngrade = isPlainHttp(text) && !isPlainHttp(metadata.issuer);
    if (origin === undefined || !isSecureEnough(text) || isDowngrade) return refused('untrusted');
    if (origin !== ownOrigin) origins.add(origin);
  }
  return succeed([...origins].toSorted());
};

/** Where a list is absent, what it would list is taken for offered: several large issuers leave theirs out. */
export const waysOf = (metadata: IssuerMetadata): readonly OpenIdConnectWay[] => {
  const { response_types_supported: responses, grant_types_supported: grants } = metadata;
  const challenges = metadata.code_challenge_methods_supported;
  const isBrowserOffered =
    metadata.authorization_endpoint !== undefined &&
    (responses?.includes('code') ?? true) &&
    (grants?.includes('authorization_code') ?? true) &&
    (challenges?.includes('S256') ?? true);
  const isDeviceOffered =
    metadata.device_authorization_endpoint !== undefined &&
    (grants?.includes(deviceGrant) ?? true) &&
    habitsOf(metadata).hasDeviceCodes;
  return [
    ...(isBrowserOffered ? (['browser'] as const) : []),
    ...(isDeviceOffered ? (['deviceCode'] as const) : []),
  ];
};

/** How the issuer takes a client secret (RFC 6749, section 2.3.1); its default is `basic`. */
export const secretWayOf = ({
  token_endpoint_auth_methods_supported: methods = ['client_secret_basic'],
}: IssuerMetadata): 'basic' | 'post' | undefined => {
  if (methods.includes('client_secret_basic')) return 'basic';
  return methods.includes('client_secret_post') ? 'post' : undefined;
};

const refused = (problem: ServerProblem) => fail({ code: 'serverError', problem });
