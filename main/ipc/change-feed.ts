import type { Change, Notice, SessionStorageView, Snapshot, UserView } from '../../app/contract/views.ts';
import type { LinkAsk } from '../../app/contract/link-views.ts';
import type { KeysView } from '../../app/contract/key-views.ts';
import type { DeskView } from '../../app/contract/desk-views.ts';
import type { UpdateView } from '../../app/contract/update-views.ts';
import type { WorkspaceView } from '../../app/contract/workspace-views.ts';
import type { Service } from '../../app/identity/service.ts';
import type { Settings } from '../../app/settings/settings.ts';
import type { Language } from '../../app/text/language.ts';
import { accountNames } from '../../app/users/account-name.ts';
import { accountView, isSameView } from '../../app/users/account-view.ts';
import { shownOrder } from '../../app/users/shown-order.ts';
import type { RegistryEvent } from '../../app/users/registry-event.ts';
import type { User, UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';

/** Where the feed reads the truth from, always as it is now. */
export interface ChangeSource {
  readonly registry: UserRegistry;
  isSessionOpen(userId: UserId): boolean;
  isUnreachable(userId: UserId): boolean;
  isUnreadable(userId: UserId): boolean;
  isEndingSoon(userId: UserId): boolean;
  hasTouchIdKey(userId: UserId): boolean;
  sessionStorage(): SessionStorageView;
  notices(): readonly Notice[];
  services(): readonly Service[];
  workspaces(): readonly WorkspaceView[];
  settings(): Settings;
  keys(): KeysView;
  desk(): DeskView;
  updates(): UpdateView;
  isCurtainDown(): boolean;
  language(): Language;
  /** What somebody is called whom the service does not know by name. */
  anonymousName(number: number): string;
  linkAsk(): LinkAsk | undefined;
}

export type ChangeListener = (change: Change) => void;

/**
 * Turns what happened into numbered changes that carry no more than what looks different now. A switch costs
 * the same with any number of accounts; names are worked out for all only when some name may have changed.
 */
export class ChangeFeed {
  readonly #source: ChangeSource;
  readonly #fixed: Pick<Snapshot, 'platform' | 'version'>;
  readonly #listeners = new Set<ChangeListener>();
  readonly #views = new Map<UserId, UserView>();
  #names: ReadonlyMap<UserId, string>;
  #known: UserRegistry['users'];
  #toldOrder: readonly UserId[];
  #revision = 0;
  /** The grouped order as it was last worked out: with ten thousand accounts a key does not wait for it. */
  #shown:
    | {
        readonly order: readonly UserId[];
        readonly services: readonly Service[];
        readonly ids: readonly UserId[];
      }
    | undefined;

  constructor(source: ChangeSource, fixed: Pick<Snapshot, 'platform' | 'version'>) {
    this.#source = source;
    this.#fixed = fixed;
    this.#known = source.registry.users;
    this.#names = this.#namesNow();
    this.#toldOrder = this.shownOrder;
    for (const id of this.#known.keys()) this.#refresh(id);
  }

  snapshot(): Snapshot {
    const { activeId, recent } = this.#source.registry;
    return {
      ...this.#fixed,
      revision: this.#revision,
      users: this.#viewsOf(this.shownOrder),
      activeId,
      ...(activeId === undefined && recent[0] !== undefined ? { lastActiveId: recent[0] } : {}),
      services: this.#source.services(),
      workspaces: this.#source.workspaces(),
      settings: this.#source.settings(),
      keys: this.#source.keys(),
      desk: this.#source.desk(),
      updates: this.#source.updates(),
      sessionStorage: this.#source.sessionStorage(),
      notices: this.#source.notices(),
      isCurtainDown: this.#source.isCurtainDown(),
      language: this.#source.language(),
      linkAsk: this.#source.linkAsk(),
    };
  }

  /** Ids as the list shows them, from top to bottom. */
  get shownOrder(): readonly UserId[] {
    const { order, users } = this.#source.registry;
    if (!this.#source.settings().groupsByService) return order;
    const services = this.#source.services();
    const known = this.#shown;
    if (known?.order === order && isSameList(known.services, services)) return known.ids;
    const ids = shownOrder({ order, users, services }, true);
    this.#shown = { order, services, ids };
    return ids;
  }

  /** The views of the first rows of the list, for surfaces that show no more. */
  firstRows(count: number): readonly UserView[] {
    return this.#viewsOf(this.shownOrder.slice(0, count));
  }

  viewOf(userId: UserId): UserView | undefined {
    return this.#views.get(userId);
  }

  /** In no order. */
  users(): readonly UserView[] {
    return [...this.#views.values()];
  }

  get activeId(): UserId | undefined {
    return this.#source.registry.activeId;
  }

  get active(): UserView | undefined {
    return this.activeId === undefined ? undefined : this.#views.get(this.activeId);
  }

  /** Returns the end of the subscription. */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  registryChanged(event: RegistryEvent): void {
    const { registry } = this.#source;
    const users = this.#refreshAll(this.#touchedBy(event, registry.users));
    this.#known = registry.users;
    this.#publish({
      ...(users.length > 0 ? { users } : {}),
      ...this.#newOrder(),
      ...(event.isActiveChanged ? { active: { id: registry.activeId } } : {}),
    });
  }

  sessionStorageChanged(): void {
    const users = this.#refreshAll(this.#known.keys());
    const sessionStorage = this.#source.sessionStorage();
    this.#publish({ sessionStorage, ...(users.length > 0 ? { users } : {}) });
  }

  /** Names of accounts may have a service's in them. */
  servicesChanged(): void {
    const users = this.#refreshAll(this.#renamed());
    this.#publish({
      services: this.#source.services(),
      ...(users.length > 0 ? { users } : {}),
      ...this.#newOrder(),
    });
  }

  workspacesChanged(): void {
    this.#publish({ workspaces: this.#source.workspaces() });
  }

  settingsChanged(): void {
    this.#publish({ settings: this.#source.settings(), ...this.#newOrder() });
  }

  keysChanged(): void {
    this.#publish({ keys: this.#source.keys() });
  }

  deskChanged(): void {
    this.#publish({ desk: this.#source.desk() });
  }

  updatesChanged(): void {
    this.#publish({ updates: this.#source.updates() });
  }

  noticesChanged(): void {
    this.#publish({ notices: this.#source.notices() });
  }

  curtainMoved(): void {
    this.#publish({ isCurtainDown: this.#source.isCurtainDown() });
  }

  /** What main calls commands and whoever is anonymous is in that language too. */
  languageChanged(): void {
    const users = this.#refreshAll(this.#renamed());
    this.#publish({
      language: this.#source.language(),
      keys: this.#source.keys(),
      ...(users.length > 0 ? { users } : {}),
    });
  }

  linkChanged(): void {
    this.#publish({ link: { ask: this.#source.linkAsk() } });
  }

  #newOrder(): Pick<Change, 'order'> {
    const order = this.shownOrder;
    if (order === this.#toldOrder) return {};
    this.#toldOrder = order;
    return { order };
  }

  #touchedBy(event: RegistryEvent, users: UserRegistry['users']): Iterable<UserId> {
    const isNameChanged = event.users.some((id) => !isNamedAlike(this.#known.get(id), users.get(id)));
    return isNameChanged ? new Set([...event.users, ...this.#renamed()]) : event.users;
  }

  /** Works the names out anew. Whose are others now? */
  #renamed(): readonly UserId[] {
    const before = this.#names;
    this.#names = this.#namesNow();
    return [...this.#names].filter(([id, name]) => before.get(id) !== name).map(([id]) => id);
  }

  #refreshAll(ids: Iterable<UserId>): UserView[] {
    return Array.from(ids).flatMap((id) => this.#refresh(id) ?? []);
  }

  /** The user's view if it looks different from before. */
  #refresh(id: UserId): UserView | undefined {
    const user = this.#source.registry.users.get(id);
    const before = this.#views.get(id);
    if (!user) {
      this.#views.delete(id);
      return undefined;
    }
    const view = accountView(user, {
      name: this.#names.get(id) ?? '',
      sessionStorage: this.#source.sessionStorage().kind,
      isSessionOpen: this.#source.isSessionOpen(id),
      isUnreachable: this.#source.isUnreachable(id),
      isUnreadable: this.#source.isUnreadable(id),
      isEndingSoon: this.#source.isEndingSoon(id),
      hasTouchIdKey: this.#source.hasTouchIdKey(id),
    });
    if (before && isSameView(before, view)) return undefined;
    this.#views.set(id, view);
    return view;
  }

  #viewsOf(ids: readonly UserId[]): readonly UserView[] {
    return ids.flatMap((id) => this.#views.get(id) ?? []);
  }

  #namesNow(): ReadonlyMap<UserId, string> {
    const serviceNames = new Map<string, string>(this.#source.services().map(({ id, name }) => [id, name]));
    return accountNames(
      this.#source.registry.users,
      (id) => serviceNames.get(id) ?? id,
      (number) => this.#source.anonymousName(number),
    );
  }

  #publish(content: Omit<Change, 'revision'>): void {
    if (Object.keys(content).length === 0) return;
    this.#revision += 1;
    const change: Change = { revision: this.#revision, ...content };
    for (const listener of Array.from(this.#listeners)) listener(change);
  }
}

const isSameList = (some: readonly Service[], others: readonly Service[]): boolean =>
  some.length === others.length && some.every(({ id }, index) => id === others[index]?.id);

const isNamedAlike = (before: User | undefined, after: User | undefined): boolean =>
  before === after ||
  (before !== undefined &&
    after !== undefined &&
    before.nickname === after.nickname &&
    before.profile === after.profile);
