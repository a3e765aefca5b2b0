import type { ServiceDraft } from '../../app/contract/service-draft.ts';
import type { ServiceOffer } from '../../app/contract/views.ts';
import type { Outcome } from '../../app/outcome.ts';
import type { ListedService } from '../../app/portable/listed-service.ts';
import type { Services } from '../../app/ports.ts';
import type { ServiceId } from '../../app/users/user.ts';

/** The services of this computer: the directory, and those that the person has added. */
export interface ServiceBook extends Services {
  /** Asks the service what it offers; `serviceId` names the one that is being edited. */
  check(draft: ServiceDraft, serviceId?: ServiceId): Promise<Outcome<ServiceOffer>>;
  /** Fails with `conflict` (`serviceKnown`), with `serverError` (`otherOrigin`) for origins nobody has seen. */
  add(
    draft: ServiceDraft,
    otherOrigins: readonly string[],
  ): Promise<Outcome<{ readonly serviceId: ServiceId }>>;
  /**
   * Adds services of a list in one durable write, without asking them: the first login does. Those that are there
   * are left alone. Answers with the ids of the others.
   */
  addUnasked(listed: readonly ListedService[]): Promise<Outcome<readonly ServiceId[]>>;
  /**
   * Fails with `conflict` (`serviceHasAccounts`) for a change that would send its tokens elsewhere. Without
   * accounts, what is at another address is another service: it gets another id, and no secret of the old one's.
   */
  edit(serviceId: ServiceId, draft: ServiceDraft, otherOrigins: readonly string[]): Promise<Outcome<void>>;
  /** Its accounts are removed before; it is kept, unseen, until what waits to be revoked there is delivered. */
  remove(serviceId: ServiceId): Promise<Outcome<void>>;
  /** Returns the end of the subscription. */
  subscribe(listener: () => void): () => void;
}
