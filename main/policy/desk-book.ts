import { isDeepStrictEqual } from 'node:util';
import type { DeskView } from '../../app/contract/desk-views.ts';
import type { DeskRules, Entry } from '../../app/desk/handover.ts';
import {
  isDomainAllowed,
  readPolicy,
  stricter,
  type HeldPolicy,
  type Policy,
} from '../../app/desk/policy.ts';
import type { SwitchingRule } from '../../app/desk/switching-rule.ts';
import { fail, type Outcome } from '../../app/outcome.ts';
import type { Service, Unidentified } from '../../app/identity/service.ts';
import type { UnlockKind } from '../../app/users/user.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { PolicySource } from './policy-source.ts';

const denied = fail({ code: 'deniedByPolicy' });

/** The rules that hold now: the stricter of what the person has chosen and what an administrator has set. */
export class DeskBook implements DeskRules {
  readonly #settings: SettingsBook;
  readonly #hasTouchId: () => boolean;
  readonly #listeners = new Set<() => void>();
  #held: HeldPolicy;
  #view: DeskView;

  constructor(settings: SettingsBook, source: PolicySource, hasTouchId: () => boolean) {
    this.#settings = settings;
    this.#hasTouchId = hasTouchId;
    this.#held = readPolicy(source.read());
    this.#view = this.#viewNow();
    settings.subscribe(() => this.#reviewed());
    source.watch(() => {
      this.#held = readPolicy(source.read());
      this.#reviewed();
    });
  }

  get view(): DeskView {
    return this.#view;
  }

  get switching(): SwitchingRule {
    return this.#view.switching;
  }

  get unlockAttempts(): number {
    return this.#view.unlockAttempts;
  }

  get unlockWith(): UnlockKind {
    return this.#view.unlockWith;
  }

  get policy(): Policy {
    return this.#held.policy;
  }

  /** Hears of rules that are others than before. Returns the end of it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  refusalOfEntry({ service, email, isKnown, accountCount }: Entry): Outcome<never> | undefined {
    const { maximumAccounts } = this.policy;
    if (!isKnown && maximumAccounts !== undefined && accountCount >= maximumAccounts) return denied;
    return this.mayBeUsed(service) && isDomainAllowed(this.policy, email) ? undefined : denied;
  }

  mayBeUsed(service: Unidentified<Service> | undefined): boolean {
    const { allowedServices } = this.policy;
    return !allowedServices || (service !== undefined && allowedServices.includes(placeOf(service)));
  }

  refusalOfAdding(address: string): Outcome<never> | undefined {
    const { allowedServices, mayAddServices = true } = this.policy;
    return mayAddServices && (!allowedServices || allowedServices.includes(originOf(address)))
      ? undefined
      : denied;
  }

  refusalOfExport(): Outcome<never> | undefined {
    return this.policy.mayExport === false ? denied : undefined;
  }

  /** Another address is another service. */
  refusalOfEditing(service: Service | undefined, address: string): Outcome<never> | undefined {
    return service && placeOf(service) === originOf(address) ? undefined : this.refusalOfAdding(address);
  }

  #reviewed(): void {
    const view = this.#viewNow();
    if (isDeepStrictEqual(view, this.#view)) return;
    this.#view = view;
    for (const listener of Array.from(this.#listeners)) listener();
  }

  #viewNow(): DeskView {
    const { state, policy, unknownKeys } = this.#held;
    const own = this.#settings.current;
    const ownAudit = own.keepsAudit ? 'ids' : 'off';
    return {
      ...stricter(own, policy),
      unlockWith: policy.unlockWith ?? 'pin',
      // The system's word releases what no passphrase guards.
      offersTouchId: policy.unlockWith !== 'passphrase' && this.#hasTouchId(),
      remembersAccounts: policy.remembersAccounts ?? true,
      sessionHours: policy.sessionHours,
      sessionIdleMinutes: policy.sessionIdleMinutes,
      mayAddServices: policy.mayAddServices ?? true,
      mayExport: policy.mayExport ?? true,
      // A policy that wants none forbids nobody to have one.
      audit: policy.audit === undefined || policy.audit === 'off' ? ownAudit : policy.audit,
      policy: state,
      setByPolicy: Object.keys(policy),
      unknownKeys,
    };
  }
}

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : address);

/** As a policy names it. */
const placeOf = (service: Unidentified<Service>): string => {
  if (service.kind === 'directory') return 'directory';
  if (service.kind === 'appServices') return originOf(service.baseUrl);
  return originOf(service.kind === 'website' ? service.url : service.issuer);
};
