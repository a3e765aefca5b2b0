import { describe, expect, it } from 'vitest';
import type { RemovalSubject } from './contract/removal-views.ts';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { createManualTimers } from './testing/manual-timers.ts';
import { Turns } from './testing/turns.ts';
import { errorOf, twoUsers, worldWith } from './testing/worlds.ts';

const resultOf = (world: FakeWorld, subject: RemovalSubject, at = 0) =>
  world.disk.receipts.all[at]?.steps.find((step) => step.subject === subject)?.result;

const localSubjects: readonly RemovalSubject[] = [
  'session',
  'accountRecord',
  'recentList',
  'webStorage',
  'webCache',
  'webFolder',
  'workspaceHistory',
  'requestHistory',
  'damagedFiles',
  'notifications',
];

describe('what a removal does, and what its receipt says', () => {
  it('G2: goes through its steps in one order, the tombstone first and last', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.journal.length = 0;
    valueOf(await switcher.remove(ben));
    const { journal } = world.disk;
    expect(journal.slice(0, 2)).toEqual(['tombstone', 'receipt']);
    expect(journal.filter((concern) => concern !== 'revoked' && concern !== '')).toEqual([
      'tombstone',
      'receipt',
      'revocation',
      'session',
      'accounts',
      'traces',
      'receipt',
      'tombstone lowered',
      'untied',
    ]);
  });

  it('names each thing as erased or not there, and nobody', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.remove(ben));
    await switcher.close();
    const [receipt] = world.disk.receipts.all;
    expect(receipt).toMatchObject({ userId: undefined, isAccountDeleted: false });
    expect(localSubjects.map((subject) => resultOf(world, subject))).toEqual(
      localSubjects.map(() => 'erased'),
    );
    expect(resultOf(world, 'serverSession')).toBe('erased');
  });

  it('of a logged-out user: no session here or there', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.logOut(ben));
    valueOf(await switcher.remove(ben));
    await switcher.close();
    expect([resultOf(world, 'session'), resultOf(world, 'serverSession')]).toEqual(['empty', 'empty']);
  });

  it('G2: offline the session waits for its service, and the receipt learns of it later', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.service.isOffline = true;
    valueOf(await switcher.remove(ben));
    expect([resultOf(world, 'serverSession'), world.disk.receipts.unfinished.length]).toEqual(['queued', 1]);
    await switcher.close();
    world.service.isOffline = false;
    const restarted = world.start();
    await restarted.finishWhatWasLeft();
    expect([resultOf(world, 'serverSession'), world.disk.outbox.size]).toEqual(['erased', 0]);
    expect(world.disk.receipts.unfinished).toEqual([]);
  });

  it('a revocation that was given up, or lost with its memory, is waited for no more', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.service.isOffline = true;
    valueOf(await switcher.remove(ben));
    world.nowMs += 31 * 24 * 60 * 60 * 1000;
    valueOf(await switcher.remove(ana));
    await switcher.close();
    world.disk.outbox.clear();
    await world.start().finishWhatWasLeft();
    expect([0, 1].map((at) => resultOf(world, 'serverSession', at))).toEqual(['failed', 'failed']);
    expect(world.disk.receipts.unfinished).toEqual([]);
  });

  it('says whether the account was deleted at its service too, also after a restart', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.refused.add('traces');
    expect(await errorOf(switcher.deleteAccount(ben))).toBe('storageUnavailable');
    world.disk.refused.clear();
    await world.start().finishWhatWasLeft();
    expect(world.disk.receipts.all).toMatchObject([{ isAccountDeleted: true, userId: undefined }]);
  });

  it('a folder that this run has open goes at the next start, and only then is the removal over', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.webSessionsInUse.add(ben);
    valueOf(await switcher.remove(ben));
    await switcher.close();
    expect([resultOf(world, 'webFolder'), [...world.disk.tombstones]]).toEqual(['atNextStart', [ben]]);
    expect(switcher.isLeaving(ben)).toBe(true);
    world.disk.webSessionsInUse.clear();
    await world.start().finishWhatWasLeft();
    expect([resultOf(world, 'webFolder'), world.disk.tombstones.size]).toEqual(['erased', 0]);
    expect(world.disk.receipts.unfinished).toEqual([]);
    expect(world.disk.receipts.begunFor).toEqual([ben]);
  });

  it.each(['session', 'accounts', 'traces', 'receipt', 'tombstone lowered', 'untied', 'revocation'])(
    'G2: where the step about “%s” fails, it is gone through again at the next start',
    async (concern) => {
      const { world, switcher, ana, ben } = await twoUsers();
      world.disk.refused.add(concern);
      const code = await errorOf(switcher.remove(ben));
      const isTold = ['session', 'accounts', 'traces', 'tombstone lowered'].includes(concern);
      expect(code).toBe(isTold ? 'storageUnavailable' : undefined);
      expect(switcher.stateOf(ben)).toBe('removed');
      await switcher.close();
      world.disk.refused.clear();
      const restarted = world.start();
      expect(restarted.registry.order).toEqual([ana]);
      await restarted.finishWhatWasLeft();
      const { disk } = world;
      expect([disk.tombstones.size, disk.sessions.has(ben), disk.traces.has(ben)]).toEqual([0, false, false]);
      expect(disk.accounts).not.toContain('ben@');
      expect(disk.receipts.begunFor).toEqual([ben]);
      expect(disk.receipts.all.map(({ userId }) => userId)).toEqual([undefined]);
      expect(disk.receipts.unfinished).toEqual([]);
    },
  );
});

describe('a removal that is killed', () => {
  /** How many turns a removal takes when nothing stops it. */
  const untilTheEnd = 60;

  it.each([true, false])(
    'G2: at any of its steps is finished by itself, with one receipt (offline: %s)',
    async (isOffline) => {
      const reached = new Set<string>();
      for (let killedAfter = 0; killedAfter < untilTheEnd; killedAfter += 1) {
        const turns = new Turns();
        const world = new FakeWorld({ turn: turns.turn, serviceTurn: () => Promise.resolve() });
        for (const email of ['ana@x.org', 'ben@x.org']) world.service.addAccount(email);
        const drained = async <T>(work: Promise<T>): Promise<T> => {
          const over = { yet: false };
          void work.finally(() => (over.yet = true));
          while (!over.yet) {
            turns.release(0);
            await settled();
          }
          return work;
        };
        const first = world.start();
        await drained(logInByEmail(first, 'ana@x.org'));
        const ben = valueOf(await drained(logInByEmail(first, 'ben@x.org'))).userId;
        world.service.isOffline = isOffline;
        world.disk.journal.length = 0;
        void first.remove(ben);
        await settled();
        for (let step = 0; step < killedAfter; step += 1) {
          turns.release(0);
          await settled();
        }
        reached.add(world.disk.journal.join(', '));
        const isBegun = world.disk.tombstones.has(ben) || world.disk.receipts.begunFor.length > 0;
        turns.dropAll();
        world.timers = createManualTimers();
        world.service.isOffline = false;
        const next = world.start();
        await drained(next.finishWhatWasLeft());
        const { disk } = world;
        if (!isBegun) {
          expect(next.stateOf(ben), 'without a tombstone nothing has happened').toBe('active');
          continue;
        }
        expect([next.stateOf(ben), disk.tombstones.size, disk.traces.has(ben)]).toEqual([
          'removed',
          0,
          false,
        ]);
        expect([disk.sessions.has(ben), disk.outbox.size]).toEqual([false, 0]);
        expect(disk.accounts).not.toContain('ben@');
        expect(disk.receipts.begunFor).toEqual([ben]);
        expect(disk.receipts.unfinished).toEqual([]);
        expect(world.service.sessionCount, 'its session at the service has ended too').toBe(1);
        expect(resultOf(world, 'session')).toBe('erased');
      }
      expect(reached.size, 'different points that it was killed at').toBeGreaterThan(8);
    },
  );

  /** Lets everything run that waits for no turn. */
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
});

describe('removing all accounts', () => {
  const emails = Array.from({ length: 100 }, (_, n) => `person-${n}@example.org`);

  it('is one step in memory, one write of the registry, and tells how far it is', async () => {
    const { world, switcher } = await worldWith(...emails);
    const told: number[] = [];
    const writes = world.disk.accountWrites;
    const events: number[] = [];
    switcher.subscribe(({ users }) => events.push(users.length));
    const removing = switcher.removeAll((removed, total) => {
      expect(total).toBe(100);
      told.push(removed);
    });
    expect(switcher.registry.order, 'gone at once').toEqual([]);
    valueOf(await removing);
    await switcher.close();
    expect(events).toEqual([100]);
    expect(world.disk.accountWrites - writes).toBe(1);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect([told[0], told.at(-1)]).toEqual([16, 100]);
    const { disk } = world;
    expect([disk.sessions.size, disk.traces.size, disk.tombstones.size, disk.outbox.size]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(world.service.sessionCount).toBe(0);
    expect(disk.receipts.all).toHaveLength(100);
    expect(disk.receipts.unfinished).toEqual([]);
  });

  it('whose tombstones cannot be written takes nobody away', async () => {
    const { world, switcher } = await worldWith(...emails.slice(0, 5));
    const { order, activeId } = switcher.registry;
    world.disk.isFull = true;
    expect(await errorOf(switcher.removeAll(() => {}))).toBe('storageUnavailable');
    expect([switcher.registry.order, switcher.registry.activeId]).toEqual([order, activeId]);
    world.disk.isFull = false;
    expect(world.start().registry.order).toEqual(order);
  });

  it('that Hotseat’s end cuts off is finished at the next start', async () => {
    const { world, switcher } = await worldWith(...emails);
    const removing = switcher.removeAll(() => {});
    await switcher.close();
    await removing;
    expect(world.disk.tombstones.size, 'some are left').toBeGreaterThan(0);
    const restarted = world.start();
    expect(restarted.registry.order).toEqual([]);
    await restarted.finishWhatWasLeft();
    const { disk } = world;
    expect([disk.sessions.size, disk.traces.size, disk.tombstones.size]).toEqual([0, 0, 0]);
    expect(new Set(disk.receipts.begunFor).size).toBe(disk.receipts.begunFor.length);
    expect([disk.receipts.all.length, disk.receipts.unfinished]).toEqual([100, []]);
    expect(world.service.sessionCount).toBe(0);
  });

  it('lets a login in between: it is nobody of those', async () => {
    const { world, switcher } = await worldWith(...emails);
    const removing = switcher.removeAll(() => {});
    const { userId } = valueOf(await logInByEmail(switcher, 'person-3@example.org'));
    valueOf(await removing);
    expect(switcher.registry.order).toEqual([userId]);
    expect(world.start().registry.order).toEqual([userId]);
  });
});

describe('the web session of who logs out', () => {
  it('is ended with the log out, in its order; what the pages stored stays', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.webSessions.add(ben);
    world.disk.journal.length = 0;
    valueOf(await switcher.logOut(ben));
    const { journal } = world.disk;
    expect(journal.indexOf('web session noted')).toBeLessThan(journal.indexOf('accounts'));
    expect(journal.indexOf('accounts')).toBeLessThan(journal.indexOf('web session'));
    expect([world.disk.webSessions.has(ben), world.disk.webSessionEnds.size]).toEqual([false, 0]);
    expect(world.disk.traces.has(ben)).toBe(true);
  });

  it('is ended too where the session ended by itself', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.webSessions.add(ben);
    world.service.revokeSessionsOf(switcher.registry.users.get(ben)?.subject ?? '');
    await switcher.callFunction(ben, 'whoami', []);
    await switcher.close();
    expect([switcher.stateOf(ben), world.disk.webSessions.has(ben)]).toEqual(['loggedOut', false]);
  });

  it.each(['web session', 'web session noted'])(
    'keeps nobody from logging out (“%s” fails)',
    async (concern) => {
      const { world, switcher, ben } = await twoUsers();
      world.disk.webSessions.add(ben);
      world.disk.refused.add(concern);
      valueOf(await switcher.logOut(ben));
      expect(switcher.stateOf(ben)).toBe('loggedOut');
      expect(world.warnings).toHaveLength(1);
    },
  );

  it('that could not be ended is ended at the next start', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.webSessions.add(ben);
    world.disk.refused.add('web session');
    valueOf(await switcher.logOut(ben));
    world.disk.refused.clear();
    await world.start().finishWhatWasLeft();
    expect([world.disk.webSessions.has(ben), world.disk.webSessionEnds.size]).toEqual([false, 0]);
  });

  it('has ended before the next login is let in', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.webSessions.add(ben);
    world.disk.refused.add('web session');
    valueOf(await switcher.logOut(ben));
    world.disk.refused.clear();
    const restarted = world.start();
    world.disk.journal.length = 0;
    valueOf(await logInByEmail(restarted, 'ben@example.org', ben));
    expect(world.disk.journal.indexOf('web session')).toBe(0);
    expect(world.disk.webSessions.has(ben)).toBe(false);
  });
});
