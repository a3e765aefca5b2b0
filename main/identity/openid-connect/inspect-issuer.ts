import type { ServiceOffer } from '../../../app/contract/views.ts';
import { checkedIssuer, type OpenIdConnectDraft } from '../../../app/identity/service-rules.ts';
import type { OpenIdConnectService } from '../../../app/identity/service.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import type { BoundedFetch } from '../../network/bounded-fetch.ts';
import { discover, type Issuer } from './discovery.ts';
import { otherOriginsOf, secretWayOf, waysOf } from './issuer-metadata.ts';

export type IssuerOffer = Extract<ServiceOffer, { kind: 'openIdConnect' }>;

/** An issuer as it presents itself. */
export interface InspectedIssuer {
  readonly offer: IssuerOffer;
  /** The draft in the form that is kept: addresses as origins, the issuer exactly as it writes itself. */
  readonly service: Omit<OpenIdConnectService, 'id' | 'hasClientSecret'>;
}

export interface IssuerInspection {
  readonly fetch: BoundedFetch;
  /** Is there a client secret? Then the issuer must take one in a way that is known here. */
  readonly hasClientSecret: boolean;
}

/**
 * Checks the fields of a draft, then asks the issuer for its metadata. Fails with `invalidInput`; with
 * `serverError` (`otherProtocol` where no issuer answers, `untrusted` where one answers in another's name); with
 * `conflict` (`notOffered`) where it offers no way to log in that Hotseat has.
 */
export const inspectIssuer = async (
  draft: OpenIdConnectDraft,
  { fetch, hasClientSecret }: IssuerInspection,
): Promise<Outcome<InspectedIssuer>> => {
  const checked = checkedIssuer(draft);
  if (!checked.ok) return checked;
  const { clientSecret: _apart, ...described } = checked.value;
  const found = await discoverAsWritten(described.issuer, fetch);
  if (!found.ok) return found;
  const { metadata } = found.value;
  const otherOrigins = otherOriginsOf(metadata);
  if (!otherOrigins.ok) return otherOrigins;
  const ways = waysOf(metadata);
  const isSecretTaken = !hasClientSecret || secretWayOf(metadata) !== undefined;
  if (ways.length === 0 || !isSecretTaken) return fail({ code: 'conflict', with: 'notOffered' });

  const scopes = described.scopes.filter(
    // The lists of other scopes are seldom whole.
    (scope) => scope !== 'offline_access' || (metadata.scopes_supported?.includes(scope) ?? true),
  );
  const reached = { ways, otherOrigins: otherOrigins.value };
  return succeed({
    offer: {
      kind: 'openIdConnect',
      ...reached,
      revokesTokens: metadata.revocation_endpoint !== undefined,
      endsBrowserSession: metadata.end_session_endpoint !== undefined,
      scopes,
    },
    service: { ...described, issuer: metadata.issuer, scopes, ...reached },
  });
};

/** A slash at the end is easily left out or added by a person; to an issuer it is another name. */
const discoverAsWritten = async (issuer: string, fetch: BoundedFetch): Promise<Outcome<Issuer>> => {
  const first = await discover(issuer, { fetch });
  const isOtherName = !first.ok && first.error.code === 'serverError' && first.error.problem === 'untrusted';
  if (!isOtherName) return first;
  const second = await discover(issuer.endsWith('/') ? issuer.slice(0, -1) : `${issuer}/`, { fetch });
  return second.ok ? second : first;
};
