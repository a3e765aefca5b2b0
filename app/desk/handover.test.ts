import { describe, expect, it, test } from 'vitest';
import { directoryService } from '../identity/service.ts';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import { FakeWorld, logInAnonymously, logInByEmail, valueOf } from '../testing/fake-world.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import { Turns } from '../testing/turns.ts';
import { activeIdOf, unknownId } from '../testing/worlds.ts';
import { KeptRegistry } from '../users/kept-registry.ts';
import { withoutSession, type User, type UserId } from '../users/user.ts';
import { removed, switchedTo } from '../users/user-registry.ts';
import { Handover, type DeskRules, type Entry, type SeatTerms } from './handover.ts';
import type { SwitchingRule } from './switching-rule.ts';

/** What nobody waits for has happened. */
const turn = () => new Promise<void>((settle) => setImmediate(settle));

const ana = someUser(1);
const ben = someUser(2);
const cleo = someUser(3);
const guest = someUser(4, { anonymousNumber: 1 });
const loggedOut = (user: typeof ana): User => ({ ...withoutSession(user), state: 'loggedOut' });

const diskFull = fail({ code: 'storageUnavailable', problem: 'diskFull' });
const anonymousWouldGo = fail({ code: 'conflict', with: 'anonymousWouldGo' });

interface Scene {
  readonly users?: readonly User[];
  readonly active?: User | undefined;
  readonly canProve?: boolean;
  readonly refusalOfEntry?: DeskRules['refusalOfEntry'];
}

/** A desk with Ana in the seat and Ben beside her, and a note of what is done to whom. */
const desk = (switching: SwitchingRule, scene: Scene = {}) => {
  const { users = [ana, ben], canProve = true, refusalOfEntry } = scene;
  const active = 'active' in scene ? scene.active : ana;
  const disk = { isFull: false };
  const save = async (): Promise<Outcome<void>> => (disk.isFull ? diskFull : done);
  const registry = { ...registryOf(...users), activeId: active?.id, recent: active ? [active.id] : [] };
  const kept = new KeptRegistry(
    { saveAccounts: save, saveActive: save },
    { registry, isAsStored: true },
    { warn: () => undefined },
  );
  const did: [what: 'ended' | 'removed' | 'noted' | 'taken back', whose: UserId][] = [];
  const handover = new Handover({
    rules: { switching, ...(refusalOfEntry && { refusalOfEntry }) },
    kept,
    canProveAtService: () => canProve,
    endSession: ({ id }) => did.push(['ended', id]),
    remove: (id) => did.push(['removed', id]),
    noteEnd: async (id) => void did.push(['noted', id]),
    takeEndBack: async (id) => void did.push(['taken back', id]),
  });
  const seat = (user: User) =>
    handover.seat((now, { shutter }) => switchedTo(now, user.id, shutter), [user.id]);
  return { kept, handover, disk, did, seat };
};

describe('who wants to be let in', () => {
  const entry = { service: directoryService, email: 'dan@example.org', isKnown: false };

  it('is shown to the rules of the desk, with how many are there, and what they say holds', () => {
    const asked: Entry[] = [];
    const { handover } = desk('free', {
      users: [ana, ben, loggedOut(cleo)],
      refusalOfEntry: (whom) => {
        asked.push(whom);
        return fail({ code: 'deniedByPolicy' });
      },
    });
    expect(handover.refusalOfEntry(entry)).toEqual(fail({ code: 'deniedByPolicy' }));
    expect(asked).toEqual([{ ...entry, accountCount: 3 }]);
  });

  it('is refused nothing where there are no such rules', () => {
    expect(desk('exclusive').handover.refusalOfEntry(entry)).toBeUndefined();
  });
});

describe('a switch', () => {
  it('to another is refused where one at a time is signed in, and to who has the seat never', () => {
    const { handover } = desk('exclusive');
    expect(handover.refusalOf(ben.id)).toEqual(fail({ code: 'deniedByPolicy' }));
    expect(handover.refusalOf(ana.id)).toBeUndefined();
  });

  it('to an empty seat is refused to nobody', () => {
    expect(desk('exclusive', { active: undefined }).handover.refusalOf(ben.id)).toBeUndefined();
  });
});

describe('anonymous users who would be removed', () => {
  it('are asked about, also beside the seat where one at a time is signed in', () => {
    const users = [ana, guest];
    expect(desk('exclusive', { users }).handover.refusalOfLeaving()).toEqual(anonymousWouldGo);
    expect(desk('unlock', { users }).handover.refusalOfLeaving()).toBeUndefined();
    expect(desk('unlock', { users, active: guest }).handover.refusalOfLeaving()).toEqual(anonymousWouldGo);
    expect(desk('free', { users, active: guest }).handover.refusalOfLeaving()).toBeUndefined();
  });

  it('are not in the way of themselves', () => {
    for (const rule of ['unlock', 'exclusive'] as const) {
      const { handover } = desk(rule, { users: [ana, guest], active: guest });
      expect(handover.refusalOfLeaving(guest.id)).toBeUndefined();
      expect(handover.refusalOfLeaving(ana.id)).toEqual(anonymousWouldGo);
    }
  });

  it('have nothing to lose where they are logged out', () => {
    const { handover } = desk('exclusive', { users: [ana, loggedOut(guest)] });
    expect(handover.refusalOfLeaving()).toBeUndefined();
  });

  it('are in nobody’s way at an empty seat', () => {
    const { handover } = desk('unlock', { users: [ana, guest], active: undefined });
    expect(handover.refusalOfLeaving()).toBeUndefined();
  });
});

describe('a seat that is given', () => {
  it('where one at a time is signed in, ends every other session, and notes it before for those who stay known', async () => {
    const { kept, did, seat } = desk('exclusive', { users: [ana, loggedOut(ben), cleo, guest] });
    valueOf(await seat(cleo));
    expect(did).toEqual([
      ['noted', ana.id],
      ['ended', ana.id],
      ['removed', guest.id],
    ]);
    expect(kept.current.users.get(ana.id)?.state).toBe('loggedOut');
    expect(kept.current.users.get(guest.id)).toEqual(guest);
    expect([kept.current.activeId, kept.current.users.get(cleo.id)]).toEqual([cleo.id, cleo]);
  });

  it('where leaving locks, ends the session of who leaves without a PIN, and of nobody else', async () => {
    const { kept, did, seat } = desk('unlock', { users: [ana, ben, cleo] });
    valueOf(await seat(ben));
    expect(did).toEqual([['ended', ana.id]]);
    expect(kept.current.users.get(ana.id)).toMatchObject({ isLocked: true, sessionKept: 'nowhere' });
    expect(kept.current.users.get(cleo.id)).toEqual(cleo);
  });

  it.each<[SwitchingRule, noted: boolean]>([
    ['free', false],
    ['unlock', false],
    ['exclusive', true],
  ])(
    'that cannot be saved under the rule “%s” changes nothing, and what was noted is taken back',
    async (rule, noted) => {
      const { kept, disk, did, seat } = desk(rule, { users: [ana, ben, guest] });
      const before = kept.current;
      disk.isFull = true;
      expect(await seat(ben)).toEqual(diskFull);
      expect(kept.current).toBe(before);
      expect(did).toEqual(
        noted
          ? [
              ['noted', ana.id],
              ['taken back', ana.id],
            ]
          : [],
      );
    },
  );

  it('to who may not have it stays where it is, and the failure is told', async () => {
    for (const rule of ['free', 'unlock', 'exclusive'] as const) {
      const { kept, seat } = desk(rule, { users: [ana, loggedOut(ben)] });
      const before = kept.current;
      expect(await seat(ben)).toEqual(fail({ code: 'userLoggedOut' }));
      expect(kept.current).toBe(before);
    }
  });

  it('leaves an account that is still signed in alone, whatever the rule says of leaving', async () => {
    const { handover, did } = desk('unlock', { canProve: false });
    valueOf(await handover.seat((now) => switchedTo(now, ben.id)));
    expect(did).toEqual([]);
  });

  it('does nothing more to who is gone by the same step', async () => {
    const { handover, did } = desk('unlock');
    const replaceAna = (now: Parameters<typeof switchedTo>[0], { shutter }: SeatTerms) => {
      const without = removed(now, ana.id, { succession: 'nobody' });
      return without.ok ? switchedTo(without.value, ben.id, shutter) : without;
    };
    valueOf(await handover.seat(replaceAna, [ana.id, ben.id]));
    expect(did).toEqual([]);
  });

  it('tells its step under which rule it is given', async () => {
    for (const rule of ['free', 'unlock', 'exclusive'] as const) {
      const terms: Omit<SeatTerms, 'shutter'>[] = [];
      await desk(rule).handover.seat((now, { isShared, isExclusive }) => {
        terms.push({ isShared, isExclusive });
        return succeed(now);
      });
      expect(terms[0]).toEqual({ isShared: rule !== 'free', isExclusive: rule === 'exclusive' });
    }
  });
});

describe('a lock of all', () => {
  it('under a shared rule ends sessions without a PIN, once, and removes anonymous users', () => {
    const withPin = { ...ben, hasWayToUnlock: true };
    const { kept, handover, did } = desk('unlock', { users: [ana, withPin, guest] });
    handover.shutAll();
    expect(did).toEqual([
      ['ended', ana.id],
      ['removed', guest.id],
    ]);
    expect(kept.current.activeId).toBeUndefined();
    expect([ana, ben].map(({ id }) => kept.current.users.get(id))).toMatchObject([
      { isLocked: true, sessionKept: 'nowhere' },
      { isLocked: true, sessionKept: 'disk' },
    ]);
    did.splice(0);
    handover.shutAll();
    expect(did).not.toContainEqual(['ended', ana.id]);
  });

  it('under the free rule ends nobody’s session', () => {
    const { handover, did } = desk('free', { users: [ana, { ...ben, hasWayToUnlock: true }, guest] });
    handover.shutAll();
    expect(did).toEqual([]);
  });
});

test('a stricter rule spares who has the seat, and an anonymous user beside it is removed', () => {
  for (const rule of ['unlock', 'exclusive'] as const) {
    const { kept, handover, did } = desk(rule, { users: [ana, ben, guest] });
    handover.shutOthers();
    expect(did).toEqual([
      ['ended', ben.id],
      ['removed', guest.id],
    ]);
    expect([kept.current.activeId, kept.current.users.get(ana.id)]).toEqual([ana.id, ana]);
  }
});

test('an anonymous user who was left is gone from this computer when a shared rule begins to hold', async () => {
  const world = new FakeWorld();
  world.service.addAccount('ana@example.org');
  const switcher = world.start();
  const left = valueOf(await logInAnonymously(switcher)).userId;
  const { userId } = valueOf(await logInByEmail(switcher, 'ana@example.org'));
  world.rules.switching = 'unlock';
  valueOf(await switcher.locking.rulesChanged());
  await switcher.close();
  expect([switcher.stateOf(left), activeIdOf(switcher)]).toEqual(['removed', userId]);
  expect([[...world.disk.sessions.keys()], world.service.sessionCount]).toEqual([[userId], 1]);
});

test('who follows into the seat while a switch is being saved is locked by it, where they are locked by leaving', async () => {
  const turns = new Turns();
  let isHeld = false;
  const world = new FakeWorld({ turn: () => (isHeld ? turns.turn() : Promise.resolve()) });
  const switcher = world.start();
  const userIds: UserId[] = [];
  for (const email of ['cleo@example.org', 'ben@example.org', 'ana@example.org']) {
    world.service.addAccount(email);
    userIds.push(valueOf(await logInByEmail(switcher, email)).userId);
  }
  const [toCleo = unknownId, follower = unknownId, leaver = unknownId] = userIds;
  valueOf(await switcher.locking.setUp(follower, { kind: 'pin', text: '493716' }));
  valueOf(await switcher.locking.lockWhenLeft(follower, true));
  isHeld = true;
  const switching = switcher.switchTo(toCleo);
  await turn();
  const leaving = switcher.logOut(leaver);
  expect(activeIdOf(switcher)).toBe(follower);
  isHeld = false;
  while (turns.count > 0) turns.release(0);
  valueOf(await switching);
  valueOf(await leaving);
  expect(activeIdOf(switcher)).toBe(toCleo);
  expect(switcher.registry.users.get(follower)).toMatchObject({ isLocked: true });
});
