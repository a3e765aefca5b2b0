import type { LinkAsk, LinkRefusal } from '../contract/link-views.ts';
import { done, fail, type Outcome } from '../outcome.ts';
import type { Random, Timers } from '../ports.ts';
import type { Service } from '../identity/service.ts';
import { addressOf } from '../identity/service-rules.ts';
import type { UserId } from '../users/user.ts';
import type { Asking } from '../surfaces/asking.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { isHere } from '../workspaces/navigation-rules.ts';
import { placeOf } from '../workspaces/workspace-place.ts';
import { linkIn, type Link } from './link.ts';
import { LinkLimit } from './link-limit.ts';

/** What nobody has answered by then is of a moment that is gone. */
export const askedForMs = 5 * 60_000;

export interface AskedLinksParts {
  readonly asking: Pick<Asking, 'choose' | 'openWindow'>;
  /** Shows that page in the account's workspace, as soon as the account is active. */
  readonly openAt: (userId: UserId, address: string) => void;
  readonly registry: () => UserRegistry;
  readonly serviceOf: (userId: UserId) => Service | undefined;
  readonly refusalOfAdding: (address: string) => Outcome<never> | undefined;
  /** Never goes back. */
  readonly elapsedMs: () => number;
  readonly timers: Timers;
  readonly random: Pick<Random, 'newOpaqueId'>;
  /** What is asked, or not asked any more, is another. */
  readonly changed: () => void;
  readonly tellRefused: (because: LinkRefusal) => void;
}

/**
 * Links from anywhere: nothing comes of one before the person has said yes to it, and no lock is passed by one. One is
 * asked about at a time; what comes meanwhile, or too often, nobody is told of.
 */
export class AskedLinks {
  readonly #parts: AskedLinksParts;
  readonly #limit = new LinkLimit();
  #asked: { readonly ask: LinkAsk; readonly stopTimer: () => void } | undefined;

  constructor(parts: AskedLinksParts) {
    this.#parts = parts;
  }

  get current(): LinkAsk | undefined {
    return this.#asked?.ask;
  }

  receive(text: string): void {
    const { asking, timers, elapsedMs, changed, tellRefused } = this.#parts;
    if (this.#asked || !this.#limit.mayBeHeard(elapsedMs())) return;
    const link = linkIn(text);
    const ask = link ? this.#askOf(link) : 'notUnderstood';
    if (typeof ask === 'string') tellRefused(ask);
    else {
      this.#asked = { ask, stopTimer: timers.after(askedForMs, () => this.#forget()) };
      changed();
    }
    asking.openWindow();
  }

  /** The person has said yes. A lock, or a login, comes before what was asked for. */
  async follow(id: string): Promise<Outcome<void>> {
    const ask = this.current;
    if (ask?.id !== id) return fail({ code: 'cancelled' });
    if (ask.kind === 'addService') {
      this.#forget();
      return done;
    }
    const seated = await this.#seat(ask.userId);
    if (!seated.ok) return seated;
    if (ask.kind === 'open' && ask.address !== undefined) this.#parts.openAt(ask.userId, ask.address);
    if (this.current === ask) this.#forget();
    return done;
  }

  /** The person has said no. */
  dismiss(id: string): void {
    if (this.current?.id === id) this.#forget();
  }

  #askOf(link: Link): LinkAsk | LinkRefusal {
    const id = this.#parts.random.newOpaqueId();
    if (link.kind === 'addService')
      return this.#parts.refusalOfAdding(addressOf(link.draft)) ? 'rules' : { ...link, id };
    if (!this.#parts.registry().users.has(link.userId)) return 'unknownAccount';
    if (link.kind === 'open' && link.address !== undefined && !this.#isOfService(link.userId, link.address))
      return 'outsideService';
    return { ...link, id };
  }

  /** Not where its sign-in goes either: whoever writes links has no business there. */
  #isOfService(userId: UserId, address: string): boolean {
    const service = this.#parts.serviceOf(userId);
    const place = service && placeOf(service);
    return (
      place !== undefined && !address.startsWith('blob:') && isHere(address, { ...place, signInOrigins: [] })
    );
  }

  async #seat(userId: UserId): Promise<Outcome<void>> {
    const outcome = await this.#parts.asking.choose(userId);
    const isAskedInWindow =
      !outcome.ok && (outcome.error.code === 'locked' || outcome.error.code === 'userLoggedOut');
    return isAskedInWindow ? done : outcome;
  }

  #forget(): void {
    this.#asked?.stopTimer();
    this.#asked = undefined;
    this.#parts.changed();
  }
}
