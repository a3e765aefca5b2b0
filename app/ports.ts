import type { RemovalStep } from './contract/removal-views.ts';
import type { IdentityProvider } from './identity/identity-provider.ts';
import type { Service } from './identity/service.ts';
import type { Outcome } from './outcome.ts';
import type { Session } from './sessions/session.ts';
import type { ServiceId, UnlockKind, UserId } from './users/user.ts';
import type { UserRegistry } from './users/user-registry.ts';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The part of an `AbortSignal` that is needed here, where there is no DOM. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Milliseconds since the epoch; may jump, so never the measure of a delay. */
export interface Clock {
  nowMs(): number;
}

/** Delays. The system's clock may jump; these do not. */
export interface Timers {
  /** Runs once after the delay, unless the returned function was called before. */
  after(delayMs: number, run: () => void): () => void;
}

/** How the computer is connected. */
export interface Connection {
  /** Does every byte cost, so that nothing should be sent that nobody asked for? */
  isMetered(): boolean;
}

export interface Random {
  newUserId(): UserId;
  /** For records that must say nothing about their user. */
  newOpaqueId(): string;
  /** At least 0, below 1: for jitter. */
  fraction(): number;
}

/** Keeps the registry. A save has reached the disk when it succeeds, and changed nothing when it fails. */
export interface RegistryStore {
  saveAccounts(registry: UserRegistry): Promise<Outcome<void>>;
  saveActive(registry: UserRegistry): Promise<Outcome<void>>;
}

/** What opening a stored session came to. `unavailable`: it is there, but the key store does not open it now. */
export type OpenedSession =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable' };

/** Sessions at rest, encrypted. The only place that reads or writes them. */
export interface SessionVault {
  /** `memory`: nothing was written, since no protection holds; what was there before is erased. */
  write(userId: UserId, session: Session): Promise<Outcome<'disk' | 'memory'>>;
  /** Refreshed tokens. Where no protection holds just now, what is stored stays: its refresh token is still good. */
  update(userId: UserId, session: Session): Promise<Outcome<'disk' | 'memory'>>;
  read(userId: UserId): Promise<OpenedSession>;
  erase(userId: UserId): Promise<Outcome<void>>;
  /** Is there one, whether it opens or not? */
  has(userId: UserId): Promise<boolean>;
}

/** Removals that were begun. A tombstone is durable before anything is erased, and goes last. */
export interface Tombstones {
  /** All of them, or a failure; some may stand then. */
  raise(userIds: readonly UserId[]): Promise<Outcome<void>>;
  lower(userIds: readonly UserId[]): Promise<Outcome<void>>;
}

/** Erases what a user left on this computer beside registry and session: web session, caches, local files. */
export interface LocalTraces {
  /** What was done for each, and looked for again after; what could not be done is a step that failed. */
  erase(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, readonly RemovalStep[]>>;
}

/** What is known of a removal by now. A removal is told apart by its user until the receipt is untied. */
export interface RemovalRecord {
  readonly userId: UserId;
  /** Absent where nothing of it is known any more. */
  readonly serviceId?: ServiceId | undefined;
  readonly isAccountDeleted: boolean;
  /** Under which the session waits to be revoked. */
  readonly revocationId: string;
  readonly steps: readonly RemovalStep[];
}

/** What removals did, kept without saying whose they were. */
export interface Receipts {
  /** Adds to what each receipt says, and begins those that there are not, in one durable write. */
  record(removals: readonly RemovalRecord[]): Promise<Outcome<void>>;
  /** Removals of an earlier run that are still tied to their users. */
  tied(): readonly Omit<RemovalRecord, 'steps'>[];
  /** Takes the users out of their receipts: their removals are over. */
  untie(userIds: readonly UserId[]): Promise<Outcome<void>>;
  /** Ids of revocations that receipts wait for. */
  waitingFor(): readonly string[];
  /** That session was ended at its service, or never will be by Hotseat. Not every revocation is a removal's. */
  revocationEnded(revocationId: string, isRevoked: boolean): Promise<void>;
}

/** Web sessions of workspaces, as far as a log out ends them: signed out, what pages stored stays. */
export interface WebSessions {
  /** Ends that were noted in an earlier run and never came. */
  noted(): readonly UserId[];
  /** Durable before the log out is, so that the end comes at the next start at the latest. */
  noteEnd(userId: UserId): Promise<Outcome<void>>;
  /** Takes the note away without ending it. */
  takeEndBack(userId: UserId): Promise<Outcome<void>>;
  /** Ends it and takes the note away. */
  end(userId: UserId): Promise<Outcome<void>>;
}

/** A refresh token that is kept only to be revoked. */
export interface Revocation {
  readonly id: string;
  readonly serviceId: ServiceId;
  readonly refreshToken: string;
  readonly queuedAtMs: number;
}

/** Revocations at rest: encrypted as sessions are, in memory only where storage is unprotected. */
export interface RevocationOutbox {
  put(revocation: Revocation): Promise<Outcome<void>>;
  list(): Promise<readonly Revocation[]>;
  take(id: string): Promise<Outcome<void>>;
  /** Is it there, whether it opens or not? */
  has(id: string): Promise<boolean>;
}

export interface Services {
  list(): readonly Service[];
  providerOf(id: ServiceId): IdentityProvider | undefined;
}

/**
 * What users are locked with. A user's key is in memory while the user is unlocked; the vault seals that user's
 * session under it, and opens nothing of a user whose key is away.
 */
export interface Unlocking {
  /**
   * Makes a new key under a new secret; it is in memory afterwards. Fails with `invalidInput`. Unless it may use Touch
   * ID, the user no longer can.
   */
  setUp(
    userId: UserId,
    secret: UnlockSecret,
    options?: { readonly mayUseTouchId: boolean },
  ): Promise<Outcome<void>>;
  /** Brings the key into memory. Fails with `unlockRefused`; a guess counts before it is tried. */
  prove(userId: UserId, secret: string): Promise<Outcome<void>>;
  /** The same by the system's word. A no counts as nothing, and a yes ends no wait. */
  proveByTouchId(userId: UserId): Promise<Outcome<void>>;
  /** The key leaves memory now. */
  close(userId: UserId): void;
  /** Key and secret are gone for good, from memory at once. */
  forget(userId: UserId): Promise<Outcome<void>>;
  /** The same once `meanwhile` has succeeded, during which sessions are sealed without the key; else all stays. */
  replace<T>(userId: UserId, meanwhile: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** What a person unlocks with. A PIN has six digits at least, a passphrase twelve characters. */
export interface UnlockSecret {
  readonly kind: UnlockKind;
  readonly text: string;
}

/** A line for the log. Never pass anything that may hold a token, a password or a name. */
export interface Log {
  warn(event: string, detail?: Readonly<Record<string, string | number | boolean | undefined>>): void;
}

export interface Ports {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly registryStore: RegistryStore;
  readonly vault: SessionVault;
  readonly tombstones: Tombstones;
  readonly traces: LocalTraces;
  readonly receipts: Receipts;
  readonly webSessions: WebSessions;
  readonly outbox: RevocationOutbox;
  readonly services: Services;
  readonly unlocking: Unlocking;
  /** Resolves when all that has come in from outside so far has been heard. */
  readonly heardAll: () => Promise<void>;
  /** Absent where the system does not say. */
  readonly connection?: Connection | undefined;
  readonly log: Log;
}
