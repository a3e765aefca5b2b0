import { done, fail, succeed, type Outcome } from '../outcome.ts';
import type { OpenedSession, Ports, Revocation } from '../ports.ts';
import { sessionSchema, type Session } from '../sessions/session.ts';
import type { FoundAtStart } from '../users/restored-registry.ts';
import {
  parseActive,
  parseShard,
  storedActive,
  storedShard,
  usersOf,
  type StoredAccounts,
  type StoredActive,
} from '../users/stored-registry.ts';
import type { AuthenticatedUser, User, UserId } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import type { RemovalStep, RemovalSubject } from '../contract/removal-views.ts';
import { OpenKeys } from './fake-locks.ts';
import { FakeReceipts } from './fake-receipts.ts';

const traceSubjects: readonly RemovalSubject[] = [
  'webStorage',
  'webCache',
  'webFolder',
  'workspaceHistory',
  'requestHistory',
  'damagedFiles',
  'notifications',
];

/** All users of a registry as a fake disk has them: in one shard. */
export const storedWhole = ({ users, order }: UserRegistry): string =>
  wholeOf(order.flatMap((id) => users.get(id) ?? []));

const wholeOf = (users: readonly User[]): string =>
  JSON.stringify(
    storedShard(
      1,
      users.map((user, place) => ({ place, user })),
    ),
  );

/** A disk in memory whose every write happens whole or not at all, and that can be full, or lose its process. */
export class FakeDisk {
  accounts: string | undefined;
  active: string | undefined;
  readonly sessions = new Map<UserId, string>();
  /** Secrets that sessions are locked with. */
  readonly locks = new Map<UserId, string>();
  /** Whose key is kept for Touch ID too. */
  readonly touchIds = new Set<UserId>();
  /** Is the user's key in the memory of the process that runs? */
  isKeyOpen: (userId: UserId) => boolean = () => false;
  fakeTouchId: () => Promise<boolean> = async () => true;
  /** Whose stored session was sealed under their key. */
  readonly sealedUnderKey = new Set<UserId>();
  readonly tombstones = new Set<UserId>();
  readonly outbox = new Map<string, Revocation>();
  readonly traces = new Set<UserId>();
  /** Whose workspace was signed in by the person. */
  readonly webSessions = new Set<UserId>();
  /** Whose folder this run has open, so that it goes at the next start. */
  readonly webSessionsInUse = new Set<UserId>();
  readonly webSessionEnds = new Set<UserId>();
  readonly receipts = new FakeReceipts();
  /** What was done, in order, by what it concerned. */
  readonly journal: string[] = [];
  /** Concerns whose next works fail. */
  readonly refused = new Set<string>();
  writes = 0;
  accountWrites = 0;
  /** Sessions that were opened. */
  reads = 0;
  isFull = false;
  /** The next accounts that are saved take the last room there is. */
  isNearlyFull = false;
  /** Who is active cannot be saved; everything else can. */
  refusesActive = false;
  refusesAccounts = false;
  /** No key store: sessions stay in memory. */
  isUnprotected = false;
  /** The key store is locked: what is stored does not open. */
  isLocked = false;

  #vaultHeld: Promise<void> = Promise.resolve();

  /** The key store takes its time: new sessions are written once it is released. */
  holdVault(): { release(): void } {
    let release = () => {};
    this.#vaultHeld = new Promise((resolve) => {
      release = resolve;
    });
    return { release };
  }

  ports(
    turn: () => Promise<void>,
  ): Pick<
    Ports,
    'registryStore' | 'vault' | 'unlocking' | 'tombstones' | 'traces' | 'receipts' | 'webSessions' | 'outbox'
  > {
    const keys = new OpenKeys();
    this.isKeyOpen = (userId) => keys.keyOf(userId, this.locks) === 'open';
    const write = async (work: () => void, concern = ''): Promise<Outcome<void>> => {
      await turn();
      if (this.refused.has(concern)) return fail({ code: 'storageUnavailable', problem: 'failed' });
      if (this.isFull) return fail({ code: 'storageUnavailable', problem: 'diskFull' });
      this.writes += 1;
      this.journal.push(concern);
      work();
      await turn();
      return done;
    };
    /** Erasing needs no room. */
    const erase = async (work: () => void, concern = ''): Promise<Outcome<void>> => {
      await turn();
      if (this.refused.has(concern)) return fail({ code: 'storageUnavailable', problem: 'failed' });
      this.journal.push(concern);
      work();
      return done;
    };
    const store = async (userId: UserId, session: Session): Promise<Outcome<void>> => {
      const key = keys.keyOf(userId, this.locks);
      if (key === 'away') return fail({ code: 'locked' });
      return write(() => {
        this.sessions.set(userId, JSON.stringify(session));
        if (key === 'open') this.sealedUnderKey.add(userId);
        else this.sealedUnderKey.delete(userId);
      });
    };
    return {
      unlocking: keys.unlocking(
        { locks: this.locks, touchIds: this.touchIds, fakeTouchId: () => this.fakeTouchId() },
        write,
      ),
      registryStore: {
        saveAccounts: async (registry: UserRegistry) =>
          this.refusesAccounts
            ? fail({ code: 'storageUnavailable', problem: 'failed' })
            : write(() => {
                this.accounts = storedWhole(registry);
                this.accountWrites += 1;
                this.isFull ||= this.isNearlyFull;
              }, 'accounts'),
        saveActive: async (registry: UserRegistry) =>
          this.refusesActive
            ? fail({ code: 'storageUnavailable', problem: 'failed' })
            : write(() => (this.active = JSON.stringify(storedActive(registry)))),
      },
      vault: {
        write: async (userId: UserId, session: Session) => {
          if (this.isUnprotected) {
            await turn();
            this.sessions.delete(userId);
            this.sealedUnderKey.delete(userId);
            return succeed('memory' as const);
          }
          await this.#vaultHeld;
          const written = await store(userId, session);
          if (!written.ok) return written;
          this.traces.add(userId);
          return succeed('disk' as const);
        },
        update: async (userId: UserId, session: Session) => {
          if (this.isUnprotected) {
            await turn();
            return succeed(this.sessions.has(userId) ? ('disk' as const) : ('memory' as const));
          }
          const written = await store(userId, session);
          return written.ok ? succeed('disk' as const) : written;
        },
        read: async (userId: UserId): Promise<OpenedSession> => {
          this.reads += 1;
          await turn();
          const stored = this.sessions.get(userId);
          if (stored === undefined) return { kind: 'absent' };
          const isAway = this.sealedUnderKey.has(userId) && keys.keyOf(userId, this.locks) === 'away';
          return this.isLocked || isAway
            ? { kind: 'unavailable' }
            : { kind: 'session', session: sessionSchema.parse(JSON.parse(stored)) };
        },
        erase: (userId: UserId) =>
          erase(() => {
            this.sessions.delete(userId);
            this.sealedUnderKey.delete(userId);
          }, 'session'),
        has: async (userId: UserId) => this.sessions.has(userId),
      },
      tombstones: {
        raise: (userIds) =>
          write(() => userIds.forEach((userId) => this.tombstones.add(userId)), 'tombstone'),
        lower: (userIds) =>
          erase(() => userIds.forEach((userId) => this.tombstones.delete(userId)), 'tombstone lowered'),
      },
      traces: {
        erase: async (userIds) => {
          await turn();
          this.journal.push('traces');
          const erased = new Map(userIds.map((userId) => [userId, this.#eraseTraces(userId)]));
          await turn();
          return erased;
        },
      },
      receipts: this.receipts.port(write, erase),
      webSessions: {
        noted: () => [...this.webSessionEnds],
        // As the real one does, it writes before it returns its promise.
        noteEnd: async (userId) => {
          const isRefused = this.isFull || this.refused.has('web session noted');
          if (isRefused) return fail({ code: 'storageUnavailable', problem: 'failed' });
          this.journal.push('web session noted');
          this.webSessionEnds.add(userId);
          await turn();
          return done;
        },
        takeEndBack: (userId) => erase(() => this.webSessionEnds.delete(userId), 'web session kept'),
        end: (userId) =>
          erase(() => {
            this.webSessions.delete(userId);
            this.webSessionEnds.delete(userId);
          }, 'web session'),
      },
      outbox: {
        put: (revocation: Revocation) =>
          write(() => this.outbox.set(revocation.id, revocation), 'revocation'),
        list: async () => {
          await turn();
          return [...this.outbox.values()];
        },
        take: (id: string) => erase(() => this.outbox.delete(id)),
        has: async (id: string) => this.outbox.has(id),
      },
    };
  }

  /** What is nobody's, as the start erases it. */
  sweepOrphans(known: ReadonlySet<UserId>): void {
    for (const userId of this.webSessions) if (!known.has(userId)) this.webSessions.delete(userId);
  }

  #eraseTraces(userId: UserId): readonly RemovalStep[] {
    if (this.refused.has('traces')) return traceSubjects.map((subject) => ({ subject, result: 'failed' }));
    const result = this.traces.delete(userId) ? 'erased' : 'empty';
    this.webSessions.delete(userId);
    this.webSessionEnds.delete(userId);
    this.locks.delete(userId);
    this.touchIds.delete(userId);
    return traceSubjects.map((subject) => {
      const isInUse = subject === 'webFolder' && this.webSessionsInUse.has(userId);
      return { subject, result: isInUse ? 'atNextStart' : result };
    });
  }

  /** Changes what is stored of signed-in users, as if it had been saved so. */
  editAccounts(edit: (user: AuthenticatedUser) => AuthenticatedUser): void {
    const stored = this.#accounts();
    if (!stored) return;
    const users = stored.users.map((user) => (user.state === 'authenticated' ? edit(user) : user));
    this.accounts = wholeOf(users);
  }

  found(): FoundAtStart {
    return {
      accounts: this.#accounts(),
      active: this.#active(),
      tombstones: new Set(this.tombstones),
      sessions: new Set(this.sessions.keys()),
      locks: new Set(this.locks.keys()),
      isRecovered: false,
    };
  }

  #accounts(): StoredAccounts | undefined {
    if (this.accounts === undefined) return undefined;
    const parsed = parseShard(JSON.parse(this.accounts));
    if (parsed.kind !== 'read') throw new Error('the fake disk holds accounts that do not parse');
    return { users: usersOf([parsed.value.users]) };
  }

  #active(): StoredActive | undefined {
    if (this.active === undefined) return undefined;
    const parsed = parseActive(JSON.parse(this.active));
    if (parsed.kind !== 'read') throw new Error('the fake disk holds an active user that does not parse');
    return parsed.value;
  }
}
