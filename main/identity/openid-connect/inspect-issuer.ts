import type { ServiceDraft } from '../../../app/contract/service-draft.ts';
import type { ServiceOffer } from '../../../app/contract/views.ts';
import type { OpenIdConnectService } from '../../../app/identity/service.ts';
import { fail, type Outcome } from '../../../app/outcome.ts';
import type { Fetch } from './fetch.ts';

export type IssuerDraft = Extract<ServiceDraft, { kind: 'openIdConnect' }>;
export type IssuerOffer = Extract<ServiceOffer, { kind: 'openIdConnect' }>;

/** An issuer as it presents itself. */
export interface InspectedIssuer {
  readonly offer: IssuerOffer;
  /** The draft in the form that is kept: addresses as origins, the issuer exactly as it writes itself. */
  readonly service: Omit<OpenIdConnectService, 'id' | 'hasClientSecret'>;
}

export interface IssuerInspection {
  readonly fetch: Fetch;
  /** Is there a client secret? Then the issuer must take one in a way that is known here. */
  readonly hasClientSecret: boolean;
}

/**
 * Checks the fields of a draft, then asks the issuer for its metadata. Fails with `invalidInput`; with
 * `serverError` (`otherProtocol` where no issuer answers, `untrusted` where one answers in another's name); with
 * `conflict` (`notOffered`) where it offers no way to log in that Hotseat has.
 */
export const inspectIssuer = (
  _draft: IssuerDraft,
  _inspection: IssuerInspection,
): Promise<Outcome<InspectedIssuer>> => Promise.resolve(fail({ code: 'networkUnavailable' }));
