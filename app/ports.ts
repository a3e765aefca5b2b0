import type { IdentityProvider } from './identity/identity-provider.ts';
import type { Service } from './identity/service.ts';
import type { Outcome } from './outcome.ts';
import type { Session } from './sessions/session.ts';
import type { ServiceId, UserId } from './users/user.ts';
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
}

/** Removals that were begun. A tombstone is durable before anything is erased, and goes last. */
export interface Tombstones {
  raise(userId: UserId): Promise<Outcome<void>>;
  lower(userId: UserId): Promise<Outcome<void>>;
}

/** Erases what a user left on this computer beside registry and session: web session, caches, local files. */
export interface LocalTraces {
  erase(userId: UserId): Promise<Outcome<void>>;
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
}

export interface Services {
  list(): readonly Service[];
  providerOf(id: ServiceId): IdentityProvider | undefined;
}

/** Proof for unlocking: PIN, passphrase and the like, per user. */
export interface Unlocking {
  prove(userId: UserId, secret: string): Promise<Outcome<void>>;
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
  readonly outbox: RevocationOutbox;
  readonly services: Services;
  readonly unlocking: Unlocking;
  /** Absent where the system does not say. */
  readonly connection?: Connection | undefined;
  readonly log: Log;
}
