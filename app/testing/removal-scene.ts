import type { Outcome } from '../outcome.ts';
import type { Ports, RemovalRecord } from '../ports.ts';
import { Revoker } from '../sessions/revoker.ts';
import type { Session } from '../sessions/session.ts';
import { SessionKeeper } from '../sessions/session-keeper.ts';
import { KeptRegistry } from '../users/kept-registry.ts';
import type { User, UserId } from '../users/user.ts';
import { FakeDisk } from './fake-disk.ts';
import { createManualTimers } from './manual-timers.ts';
import { registryOf } from './some-user.ts';

type ScenePorts = Pick<
  Ports,
  | 'registryStore'
  | 'vault'
  | 'unlocking'
  | 'webSessions'
  | 'tombstones'
  | 'traces'
  | 'receipts'
  | 'outbox'
  | 'services'
  | 'clock'
  | 'timers'
  | 'random'
  | 'log'
>;

/** What those who remove users work with, over a disk in memory, and a note of what they asked of it. */
export const removalScene = (
  users: readonly User[],
  options: {
    readonly active?: User;
    /** What is other than usual. */
    readonly with?: (ports: ScenePorts) => Partial<ScenePorts>;
  } = {},
) => {
  const disk = new FakeDisk();
  const warnings: [event: string, detail: unknown][] = [];
  let opaqueIds = 0;
  const usual: ScenePorts = {
    ...disk.ports(() => Promise.resolve()),
    services: { list: () => [], providerOf: () => undefined },
    clock: { nowMs: () => 1_000_000 },
    timers: createManualTimers(),
    random: {
      newUserId: () => {
        throw new Error('a removal makes no user');
      },
      newOpaqueId: () => `opaque-${(opaqueIds += 1)}`,
      fraction: () => 0.5,
    },
    log: { warn: (event, detail) => warnings.push([event, detail]) },
  };
  const records: (readonly RemovalRecord[])[] = [];
  const asked = {
    raise: [] as (readonly UserId[])[],
    lower: [] as (readonly UserId[])[],
    untie: [] as (readonly UserId[])[],
  };
  const noted =
    <T>(list: T[], work: (what: T) => Promise<Outcome<void>>) =>
    (what: T) => {
      list.push(what);
      return work(what);
    };
  const { tombstones, receipts, ...others } = { ...usual, ...options.with?.(usual) };
  const ports: ScenePorts = {
    ...others,
    tombstones: {
      raise: noted(asked.raise, (userIds) => tombstones.raise(userIds)),
      lower: noted(asked.lower, (userIds) => tombstones.lower(userIds)),
    },
    receipts: {
      ...receipts,
      record: noted(records, (removals) => receipts.record(removals)),
      untie: noted(asked.untie, (userIds) => receipts.untie(userIds)),
    },
  };
  const activeId = options.active?.id;
  const registry = { ...registryOf(...users), activeId, recent: activeId === undefined ? [] : [activeId] };
  const kept = new KeptRegistry(ports.registryStore, { registry, isAsStored: true }, ports.log);
  const sessions = new SessionKeeper(ports.vault, ports.clock, {
    ended: () => {},
    refreshed: () => {},
    arrivedLate: () => {},
    changed: () => {},
    reached: () => {},
    opened: () => {},
  });
  const revoker = new Revoker(ports, (id, isRevoked) => receipts.revocationEnded(id, isRevoked));
  const store = ({ id }: User) => {
    disk.sessions.set(id, JSON.stringify(someSession));
    disk.traces.add(id);
  };
  return { disk, ports, kept, sessions, revoker, asked, records, warnings, store };
};

export const someSession: Session = { accessToken: 'CANARY-access', refreshToken: 'CANARY-refresh' };
