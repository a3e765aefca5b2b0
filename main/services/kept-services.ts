import type { ServiceDraft } from '../../app/contract/service-draft.ts';
import type { ServiceOffer } from '../../app/contract/views.ts';
import type { IdentityProvider } from '../../app/identity/identity-provider.ts';
import { directoryService, type Service } from '../../app/identity/service.ts';
import {
  checkedDraft,
  isSameService,
  sendsTokensElsewhere,
  type CheckedDraft,
} from '../../app/identity/service-rules.ts';
import type { AddedService, KeptService } from '../../app/identity/stored-services.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Log } from '../../app/ports.ts';
import { unaskedService, type ListedService } from '../../app/portable/listed-service.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import type { ServiceId } from '../../app/users/user.ts';
import type { ClientSecrets } from './client-secrets.ts';
import { retirementOf, type WaitingServices } from './retirement.ts';
import { askService, editedService } from './service-asking.ts';
import type { ServiceBook } from './service-book.ts';
import { withId, type InspectService } from './service-inspection.ts';
import type { FoundServices, ServiceStore } from './service-store.ts';

export interface KeptServicesParts {
  readonly store: Pick<ServiceStore, 'save'>;
  readonly found: FoundServices;
  readonly secrets: Pick<ClientSecrets, 'write' | 'erase'>;
  readonly inspect: InspectService;
  /** Made when first needed, and anew after an edit. */
  readonly makeProvider: (service: Service) => IdentityProvider;
  readonly newServiceId: () => ServiceId;
  readonly hasAccounts: (id: ServiceId) => boolean;
  /** What the directory is called, in the language of the moment. */
  readonly directoryName: () => string;
  readonly log: Log;
}

/** The directory, and the services that the person has added: on disk before they are anywhere else. */
export class KeptServices implements ServiceBook {
  readonly #parts: KeptServicesParts;
  readonly #providers = new Map<ServiceId, IdentityProvider>();
  readonly #listeners = new Set<() => void>();
  readonly #queue = new SerialQueue();
  #kept: readonly KeptService[];
  #listed: readonly Service[] = [directoryService];

  constructor(parts: KeptServicesParts) {
    this.#parts = parts;
    this.#kept = parts.found.services;
    this.#listed = this.#listedNow();
  }

  /** The directory is called otherwise. */
  languageChanged(): void {
    this.#listed = this.#listedNow();
    for (const listener of Array.from(this.#listeners)) listener();
  }

  list(): readonly Service[] {
    return this.#listed;
  }

  providerOf(id: ServiceId): IdentityProvider | undefined {
    const made = this.#providers.get(id);
    if (made) return made;
    const service = id === directoryService.id ? directoryService : this.#find(id)?.service;
    if (!service) return undefined;
    const provider = this.#parts.makeProvider(service);
    this.#providers.set(id, provider);
    return provider;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async check(draft: ServiceDraft, serviceId?: ServiceId): Promise<Outcome<ServiceOffer>> {
    const checked = checkedDraft(draft);
    if (!checked.ok) return checked;
    if (this.#isKnown(checked.value, serviceId)) return known;
    const before = serviceId === undefined ? undefined : this.#shown(serviceId);
    const inspected = await askService(this.#parts.inspect, checked.value, { before });
    return inspected.ok ? succeed(inspected.value.offer) : inspected;
  }

  async add(
    draft: ServiceDraft,
    otherOrigins: readonly string[],
  ): Promise<Outcome<{ readonly serviceId: ServiceId }>> {
    const checked = checkedDraft(draft);
    if (!checked.ok) return checked;
    if (this.#isKnown(checked.value)) return known;
    const asked = { seenOrigins: otherOrigins };
    const inspected = await askService(this.#parts.inspect, checked.value, asked);
    if (!inspected.ok) return inspected;
    return this.#queue.run(async () => {
      // Somebody may have added it while the service was asked.
      if (this.#isKnown(checked.value)) return known;
      const serviceId = this.#parts.newServiceId();
      const before = this.#kept;
      const added = { service: withId(inspected.value.service, serviceId), isRetired: false };
      const saved = await this.#become([...before, added]);
      if (!saved.ok) return saved;
      const secret = await this.#keepSecret(serviceId, checked.value);
      if (secret.ok) return succeed({ serviceId });
      await this.#become(before, { isTakingAway: true });
      return secret;
    });
  }

  addUnasked(listed: readonly ListedService[]): Promise<Outcome<readonly ServiceId[]>> {
    return this.#queue.run(async () => {
      const added = listed
        .filter(({ draft }) => !this.#isKnown(draft))
        .map((one) => withId(unaskedService(one), this.#parts.newServiceId()));
      if (added.length === 0) return succeed([]);
      const saved = await this.#become([
        ...this.#kept,
        ...added.map((service) => ({ service, isRetired: false })),
      ]);
      return saved.ok ? succeed(added.map(({ id }) => id)) : saved;
    });
  }

  async edit(
    serviceId: ServiceId,
    draft: ServiceDraft,
    otherOrigins: readonly string[],
  ): Promise<Outcome<void>> {
    const before = this.#shown(serviceId);
    if (!before) return fail({ code: 'serviceNotFound' });
    const checked = this.#checkedEdit(before, draft);
    if (!checked.ok) return checked;
    const asked = { before, seenOrigins: otherOrigins };
    const edited = await editedService(this.#parts.inspect, checked.value, asked);
    if (!edited.ok) return edited;
    return this.#queue.run(async () => {
      // All may have changed while the service was asked: somebody logged in, edited it or removed it.
      const now = this.#shown(serviceId);
      if (!now) return fail({ code: 'serviceNotFound' });
      const still = this.#checkedEdit(now, draft);
      if (!still.ok) return still;
      const isElsewhere = !isSameService(now, checked.value);
      const id = isElsewhere ? this.#parts.newServiceId() : serviceId;
      const service = withId(edited.value, id);
      const saved = await this.#replace(serviceId, (kept) => [
        // What waits to be revoked at the old address, or is being logged in to there, must not go to the new one.
        ...(isElsewhere ? [{ ...kept, isRetired: true }] : []),
        { service, isRetired: false },
      ]);
      if (!saved.ok) return saved;
      const secret = await this.#keepSecret(id, checked.value);
      this.#providers.delete(id);
      return secret;
    });
  }

  remove(serviceId: ServiceId): Promise<Outcome<void>> {
    return this.#queue.run(async () => {
      if (!this.#shown(serviceId)) return fail({ code: 'serviceNotFound' });
      if (this.#parts.hasAccounts(serviceId)) return fail({ code: 'conflict', with: 'serviceHasAccounts' });
      return this.#replace(serviceId, (kept) => [{ ...kept, isRetired: true }]);
    });
  }

  /** Erases removed services, with their secrets, that nothing waits for any more. For the start. */
  finish(waiting: WaitingServices): Promise<void> {
    return this.#queue.run(async () => {
      const { hasAccounts, secrets, log } = this.#parts;
      const { staying, gone, isChange } = retirementOf(this.#kept, waiting, hasAccounts);
      if (!isChange) return;
      // The secret first: without its service nobody would look for it again.
      for (const { id } of gone) {
        const erased = await secrets.erase(id);
        if (!erased.ok) return log.warn('a client secret could not be erased', { code: erased.error.code });
      }
      const saved = await this.#become(staying, { isTakingAway: gone.length > 0 });
      if (!saved.ok) return log.warn('removed services could not be erased', { code: saved.error.code });
      for (const { id } of gone) this.#providers.delete(id);
    });
  }

  #find(id: ServiceId): KeptService | undefined {
    return this.#kept.find(({ service }) => service.id === id);
  }

  #shown(id: ServiceId): AddedService | undefined {
    const kept = this.#find(id);
    return kept?.isRetired === false ? kept.service : undefined;
  }

  #isKnown(draft: CheckedDraft, except?: ServiceId): boolean {
    return this.#kept.some(
      ({ service, isRetired }) => !isRetired && service.id !== except && isSameService(service, draft),
    );
  }

  #checkedEdit(before: AddedService, draft: ServiceDraft): Outcome<CheckedDraft> {
    const checked = checkedDraft(draft);
    if (!checked.ok) return checked;
    if (before.kind !== draft.kind)
      return fail({ code: 'invalidInput', field: 'command', problem: 'malformed' });
    if (sendsTokensElsewhere(before, checked.value) && this.#parts.hasAccounts(before.id))
      return fail({ code: 'conflict', with: 'serviceHasAccounts' });
    return this.#isKnown(checked.value, before.id) ? known : checked;
  }

  #keepSecret(serviceId: ServiceId, draft: CheckedDraft): Promise<Outcome<void>> {
    const secret = draft.kind === 'openIdConnect' ? draft.clientSecret : undefined;
    if (secret === undefined) return Promise.resolve(done);
    return secret === ''
      ? this.#parts.secrets.erase(serviceId)
      : this.#parts.secrets.write(serviceId, secret);
  }

  /** The generation before it must not bring back what it was. */
  #replace(id: ServiceId, by: (kept: KeptService) => readonly KeptService[]): Promise<Outcome<void>> {
    const kept = this.#kept.flatMap((one) => (one.service.id === id ? by(one) : [one]));
    return this.#become(kept, { isTakingAway: true });
  }

  async #become(
    kept: readonly KeptService[],
    { isTakingAway = false }: { readonly isTakingAway?: boolean } = {},
  ): Promise<Outcome<void>> {
    const saved = await this.#parts.store.save(kept, { isTakingAway });
    if (!saved.ok) return saved;
    this.#kept = kept;
    this.#listed = this.#listedNow();
    for (const listener of Array.from(this.#listeners)) listener();
    return done;
  }

  #listedNow(): readonly Service[] {
    const added = this.#kept.filter(({ isRetired }) => !isRetired).map(({ service }) => service);
    return [{ ...directoryService, name: this.#parts.directoryName() }, ...added];
  }
}

const known = fail({ code: 'conflict', with: 'serviceKnown' });
