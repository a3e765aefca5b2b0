import type { ServiceOffer } from '../../app/contract/views.ts';
import type { CheckedDraft } from '../../app/identity/service-rules.ts';
import type { Unidentified } from '../../app/identity/service.ts';
import type { AddedService } from '../../app/identity/stored-services.ts';
import type { Outcome } from '../../app/outcome.ts';
import type { ServiceId } from '../../app/users/user.ts';

/** What a service said when it was asked, and how it would be kept. */
export interface InspectedService {
  readonly offer: ServiceOffer;
  readonly service: Unidentified<AddedService>;
}

/** Asks a service whether it is there, speaks its protocol, and what it offers. */
export type InspectService = (
  draft: CheckedDraft,
  circumstances: { readonly hasClientSecret: boolean },
) => Promise<Outcome<InspectedService>>;

export const withId = (service: Unidentified<AddedService>, id: ServiceId): AddedService => ({
  ...service,
  id,
});

/** Origins that the service sends sign-ins to, and that nobody has seen. */
export const unseenOrigins = (offer: ServiceOffer, seen: readonly string[]): readonly string[] =>
  offer.kind === 'openIdConnect' ? offer.otherOrigins.filter((origin) => !seen.includes(origin)) : [];
