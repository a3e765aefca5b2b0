import { describe, expect, it } from 'vitest';
import { succeed } from '../outcome.ts';
import type { FakeDisk } from '../testing/fake-disk.ts';
import { settled } from '../testing/manual-timers.ts';
import { removalScene, someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import { withoutSession, type AuthenticatedUser, type User, type UserId } from '../users/user.ts';
import { removed, sessionStored } from '../users/user-registry.ts';
import { RefreshedSessions } from './refreshed-sessions.ts';
import type { Session } from './session.ts';

const nowMs = 1_000_000;
const minute = 60_000;
const hour = 60 * minute;

const ana = someUser(1);
const inMemory = someUser(1, { sessionKept: 'memory' });

const sameToken: Session = { ...someSession, accessToken: 'CANARY-newer-access' };
const rotated: Session = { accessToken: 'CANARY-newer-access', refreshToken: 'CANARY-newer-refresh' };

/** Who is heard of is noted; `hold` puts sessions into memory. */
const scene = (...users: readonly User[]) => {
  const parts = removalScene(users);
  const { ports, kept, sessions } = parts;
  const refreshed = new RefreshedSessions(ports, kept, sessions);
  const heard: (readonly UserId[])[] = [];
  kept.subscribe((event) => heard.push(event.users));
  const hold = (...held: readonly User[]) => held.forEach(({ id }) => sessions.begin(id, someSession));
  const refresh = (session: Session) =>
    refreshed.store(ana.id, { session, before: someSession, generation: sessions.generationOf(ana.id) });
  const keptOf = ({ id }: User) => {
    const user = kept.current.users.get(id);
    return user?.state === 'authenticated' ? user.sessionKept : undefined;
  };
  return { ...parts, refreshed, heard, hold, refresh, keptOf };
};

const full = (disk: FakeDisk) => (disk.isFull = true);
const unprotected = (disk: FakeDisk) => (disk.isUnprotected = true);
const asEver = () => undefined;

describe('a refreshed session', () => {
  it.each<
    [
      what: string,
      before: AuthenticatedUser,
      session: Session,
      disk: (disk: FakeDisk) => unknown,
      after: AuthenticatedUser['sessionKept'],
      heard: number,
    ]
  >([
    ['is on disk, rotated, once it is written', inMemory, rotated, asEver, 'disk', 1],
    ['is on disk, not rotated, once it is written', inMemory, sameToken, asEver, 'disk', 1],
    ['is in memory, rotated, where it cannot be written', ana, rotated, full, 'memory', 1],
    ['is on disk as it was, not rotated, where it cannot be written', ana, sameToken, full, 'disk', 0],
    ['is in memory where no protection holds', ana, rotated, unprotected, 'memory', 1],
    ['is heard of by nobody where it is kept as before', ana, rotated, asEver, 'disk', 0],
  ])('%s', async (_what, before, session, prepare, after, times) => {
    const { disk, refresh, keptOf, heard } = scene(before);
    prepare(disk);
    await refresh(session);
    expect(keptOf(ana)).toBe(after);
    expect(heard).toEqual(Array.from({ length: times }, () => [ana.id]));
  });

  it('that could not be saved is logged', async () => {
    const { disk, refresh, warnings } = scene(ana);
    full(disk);
    await refresh(sameToken);
    expect(warnings).toEqual([['a refreshed session could not be saved', { code: 'storageUnavailable' }]]);
  });

  it('counts as being on disk only when the accounts say so there', async () => {
    const { disk, refresh, keptOf, heard } = scene(inMemory);
    disk.refusesAccounts = true;
    await refresh(rotated);
    expect([keptOf(ana), heard, disk.sessions.has(ana.id)]).toEqual(['memory', [], true]);
  });

  it('counts as lost from the disk even if the accounts cannot say so there', async () => {
    const { disk, refresh, keptOf } = scene(ana);
    unprotected(disk);
    disk.refusesAccounts = true;
    await refresh(rotated);
    expect(keptOf(ana)).toBe('memory');
  });

  it('brings nobody back who was removed while it was written', async () => {
    const { disk, kept, refresh } = scene(ana);
    const vault = disk.holdVault();
    const storing = refresh(rotated);
    await settled();
    kept.takeEffect((registry) => removed(registry, ana.id, { succession: 'nobody' }), [ana.id]);
    vault.release();
    await storing;
    expect(kept.current.users.size).toBe(0);
  });
});

describe('the end of a refreshed session', () => {
  const endsIn = (ms: number) => nowMs + ms;

  it.each<[what: string, recordedMs: number | undefined, endsMs: number | undefined, isAnew: boolean]>([
    ['is recorded where none was known', undefined, endsIn(2 * hour), true],
    ['is no longer recorded where none is known any more', endsIn(2 * hour), undefined, true],
    ['stays as recorded if put off by less than an hour', endsIn(2 * hour), endsIn(3 * hour - 1), false],
    ['stays as recorded if nearer by less than an hour', endsIn(3 * hour - 1), endsIn(2 * hour), false],
    ['is recorded anew if put off by an hour', endsIn(2 * hour), endsIn(3 * hour), true],
    ['is recorded anew if nearer by an hour', endsIn(3 * hour), endsIn(2 * hour), true],
    [
      'stays as recorded if put off by less than a tenth of what is left',
      endsIn(90 * hour + 1),
      endsIn(100 * hour),
      false,
    ],
    ['is recorded anew if put off by a tenth of what is left', endsIn(90 * hour), endsIn(100 * hour), true],
  ])('%s', async (_what, recordedMs, endsMs, isAnew) => {
    const sessionEnd = recordedMs === undefined ? undefined : { atMs: recordedMs, soonFromMs: nowMs };
    const { kept, refresh } = scene(someUser(1, { sessionEnd }));
    await refresh({ ...sameToken, refreshExpiresAtMs: endsMs });
    const atMs = isAnew ? endsMs : recordedMs;
    expect(kept.current.users.get(ana.id)).toMatchObject({
      sessionEnd: atMs === undefined ? undefined : { atMs },
    });
  });
});

describe('sessions that may not be on disk any more', () => {
  const ben = someUser(2);
  const cleo = someUser(3, { sessionKept: 'memory' });
  const dan: User = { ...withoutSession(someUser(4)), state: 'loggedOut' };

  it('are taken into memory where they are open; those that are not are told, and nobody else', async () => {
    const { refreshed, disk, hold, store, keptOf, heard } = scene(ana, ben, cleo, dan);
    store(ana);
    hold(ana);
    unprotected(disk);
    expect(await refreshed.keepInMemory()).toEqual([ben.id]);
    expect([keptOf(ana), keptOf(ben), heard]).toEqual(['memory', 'disk', [[ana.id]]]);
    expect([disk.sessions.has(ana.id), disk.accountWrites]).toEqual([false, 1]);
  });

  it('still count as being there where that failed', async () => {
    const { refreshed, disk, hold, keptOf, heard } = scene(ana);
    hold(ana);
    full(disk);
    expect(await refreshed.keepInMemory()).toEqual([]);
    expect([keptOf(ana), heard]).toEqual(['disk', []]);
  });
});

describe('sessions in memory, once they can be written', () => {
  const ben = someUser(2, { sessionKept: 'memory' });
  const cleo = someUser(3);

  it('are written as far as they are held, and the registry learns of all at once', async () => {
    const dan = someUser(4, { sessionKept: 'memory' });
    const { refreshed, disk, hold, keptOf, heard } = scene(inMemory, ben, cleo, dan);
    hold(ana, cleo, dan);
    await refreshed.saveInMemory();
    expect([...disk.sessions.keys()], 'what is on disk is not written again').toEqual([ana.id, dan.id]);
    expect([keptOf(ana), keptOf(ben), keptOf(dan)]).toEqual(['disk', 'memory', 'disk']);
    expect([heard, disk.accountWrites]).toEqual([[[ana.id, dan.id]], 1]);
  });

  it('stay in memory for the registry where it cannot be saved, and that is logged', async () => {
    const { refreshed, disk, hold, keptOf, heard, warnings } = scene(inMemory);
    hold(ana);
    disk.refusesAccounts = true;
    await refreshed.saveInMemory();
    expect([keptOf(ana), heard]).toEqual(['memory', []]);
    expect(warnings).toEqual([['sessions could not be moved to the disk', { code: 'storageUnavailable' }]]);
  });

  it('are no reason to write anything where there are none', async () => {
    const { refreshed, disk, kept } = scene(ana);
    const sessionEnd = { atMs: nowMs + hour, soonFromMs: nowMs };
    kept.takeEffect((registry) => succeed(sessionStored(registry, ana.id, { sessionEnd })), [ana.id]);
    await refreshed.saveInMemory();
    expect(disk.writes).toBe(0);
  });
});
