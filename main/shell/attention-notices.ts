import type { AttentionReason, Change, UserView } from '../../app/contract/views.ts';
import type { UserId } from '../../app/users/user.ts';

/** Reasons that only the person can do something about. */
const needsPerson: ReadonlySet<AttentionReason> = new Set([
  'sessionExpired',
  'sessionRevoked',
  'keyringUnavailable',
]);

/** What stands there for a person who is not looking at the window. */
export interface AttentionNotice {
  readonly userId: UserId;
  readonly reason: AttentionReason;
  /** Undefined while the account is locked: whoever passes by learns nothing (fault row H8). */
  readonly name: string | undefined;
}

export interface AttentionSource {
  readonly activeId: UserId | undefined;
  viewOf(userId: UserId): UserView | undefined;
  /** All there are; read once, at the start. */
  users(): readonly UserView[];
}

export interface AttentionOutcome {
  /** Told once per cause, and only of the account that was active. */
  readonly notices: readonly AttentionNotice[];
  /** How many accounts need the person. */
  readonly count: number;
}

/**
 * Decides, change by change, of what the person is told outside of the window. Costs what the change costs, with
 * any number of accounts.
 */
export class AttentionNotices {
  readonly #source: AttentionSource;
  readonly #needy: Set<UserId>;
  /** Causes of the active account that stand, told or seen. */
  #known: { readonly userId: UserId | undefined; readonly reasons: readonly AttentionReason[] };

  constructor(source: AttentionSource) {
    this.#source = source;
    this.#needy = new Set(
      source
        .users()
        .filter((view) => reasonsOf(view).length > 0)
        .map(({ id }) => id),
    );
    this.#known = this.#ofActive();
  }

  get count(): number {
    return this.#needy.size;
  }

  /** `isSeen`: the window has the focus, so the person sees for themselves. */
  changed(change: Pick<Change, 'users' | 'order'>, isSeen: boolean): AttentionOutcome {
    for (const view of change.users ?? [])
      if (reasonsOf(view).length > 0) this.#needy.add(view.id);
      else this.#needy.delete(view.id);
    if (change.order) for (const id of this.#needy) if (!this.#source.viewOf(id)) this.#needy.delete(id);
    const notices = isSeen ? [] : this.#newNotices();
    this.#known = this.#ofActive();
    return { notices, count: this.#needy.size };
  }

  /** Whoever was active before this change: a session that ends leaves nobody active. */
  #newNotices(): readonly AttentionNotice[] {
    const { userId, reasons } = this.#known;
    const view = userId && this.#source.viewOf(userId);
    if (!view) return [];
    const name = view.isLocked ? undefined : view.name;
    return reasonsOf(view)
      .filter((reason) => !reasons.includes(reason))
      .map((reason) => ({ userId: view.id, reason, name }));
  }

  #ofActive(): { readonly userId: UserId | undefined; readonly reasons: readonly AttentionReason[] } {
    const { activeId } = this.#source;
    const view = activeId && this.#source.viewOf(activeId);
    return { userId: activeId, reasons: view ? reasonsOf(view) : [] };
  }
}

const reasonsOf = ({ attention }: UserView): readonly AttentionReason[] =>
  attention.filter((reason) => needsPerson.has(reason));
