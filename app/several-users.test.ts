import { describe, expect, it } from 'vitest';
import { SeveralUsers } from './several-users.ts';
import { logInAnonymously, valueOf } from './testing/fake-world.ts';
import { activeIdOf, unknownId, worldWith } from './testing/worlds.ts';
import type { UserId } from './users/user.ts';

const four = async () => {
  const found = await worldWith('ana@x.org', 'ben@x.org', 'cleo@x.org', 'dan@x.org');
  return { ...found, several: new SeveralUsers(found.switcher) };
};

const secret = { kind: 'pin', text: 'right' } as const;

describe('logging several out', () => {
  it('logs out each of them, whose sessions are gone, and leaves the others', async () => {
    const { world, switcher, idOf, several } = await four();
    expect(await several.logOut([idOf(0), idOf(2)])).toEqual({ done: 2, unchanged: 0, refused: [] });
    expect([0, 1, 2, 3].map((n) => switcher.stateOf(idOf(n)))).toEqual([
      'loggedOut',
      'inactive',
      'loggedOut',
      'active',
    ]);
    expect([...world.disk.sessions.keys()].toSorted()).toEqual([idOf(1), idOf(3)].toSorted());
  });

  it('lets nobody who is among them take the seat for a moment', async () => {
    const { switcher, idOf, several } = await four();
    const seated: (UserId | undefined)[] = [];
    switcher.subscribe(({ isActiveChanged }) => {
      if (isActiveChanged) seated.push(activeIdOf(switcher));
    });
    // The active one first, and those who were so before it.
    await several.logOut([idOf(3), idOf(2), idOf(1)]);
    expect(seated).toEqual([idOf(0)]);
  });

  it('says who were so already, and who are not there, without counting anybody twice', async () => {
    const { switcher, idOf, several } = await four();
    valueOf(await switcher.logOut(idOf(1)));
    const asked = [idOf(0), idOf(0), idOf(1), unknownId];
    expect(await several.logOut(asked)).toEqual({ done: 1, unchanged: 2, refused: [] });
  });

  it('removes anonymous ones, as logging one out does', async () => {
    const { switcher, several } = await four();
    const { userId } = valueOf(await logInAnonymously(switcher));
    expect(await several.logOut([userId])).toEqual({ done: 1, unchanged: 0, refused: [] });
    expect(switcher.stateOf(userId)).toBe('removed');
  });

  it('tells whose log out the disk refused; their tokens are out of memory all the same', async () => {
    const { world, switcher, idOf, several } = await four();
    world.disk.isFull = true;
    const refused = [0, 1].map((n) => ({ userId: idOf(n), because: 'notSaved' }));
    expect(await several.logOut([idOf(0), idOf(1)])).toEqual({ done: 0, unchanged: 0, refused });
    expect(switcher.isSessionOpen(idOf(0))).toBe(false);
    expect(switcher.stateOf(idOf(0))).toBe('loggedOut');
  });

  it('goes through more than are begun at once', async () => {
    const { switcher } = await worldWith(...Array.from({ length: 70 }, (_none, n) => `user${n}@x.org`));
    const { order } = switcher.registry;
    const several = new SeveralUsers(switcher);
    expect(await several.logOut(order)).toEqual({ done: 70, unchanged: 0, refused: [] });
    expect(order.every((id) => switcher.stateOf(id) === 'loggedOut')).toBe(true);
  });
});

describe('locking several', () => {
  it('locks those who have something to unlock with, and names the others with the reason', async () => {
    const { switcher, idOf, several } = await four();
    for (const n of [0, 3]) valueOf(await switcher.locking.setUp(idOf(n), secret));
    valueOf(await switcher.logOut(idOf(2)));
    expect(await several.lock([idOf(0), idOf(1), idOf(2), idOf(3)])).toEqual({
      done: 2,
      unchanged: 0,
      refused: [
        { userId: idOf(1), because: 'noWayToUnlock' },
        { userId: idOf(2), because: 'loggedOut' },
      ],
    });
    expect(activeIdOf(switcher), 'locking the active one leaves nobody').toBeUndefined();
    expect(await several.lock([idOf(0)])).toEqual({ done: 0, unchanged: 1, refused: [] });
  });
});

describe('removing several', () => {
  it('removes them in one removal, and tells how far it is', async () => {
    const { world, switcher, idOf, several } = await four();
    const told: number[] = [];
    const removed = await several.remove([idOf(0), idOf(2), unknownId], (count) => told.push(count));
    expect(removed).toEqual({ ok: true, value: { done: 2, unchanged: 1, refused: [] } });
    expect(told.at(-1)).toBe(2);
    expect(switcher.registry.order).toEqual([idOf(1), idOf(3)]);
    expect(world.disk.receipts.begunFor).toHaveLength(2);
  });

  it('leaves locked ones where the desk is shared, and removes the others', async () => {
    const { world, switcher, idOf, several } = await four();
    valueOf(await switcher.locking.setUp(idOf(0), secret));
    valueOf(await switcher.locking.lock(idOf(0)));
    world.rules.switching = 'unlock';
    const removed = await several.remove([idOf(0), idOf(3)]);
    expect(removed).toEqual({
      ok: true,
      value: { done: 1, unchanged: 0, refused: [{ userId: idOf(0), because: 'locked' }] },
    });
    expect(switcher.stateOf(idOf(3))).toBe('removed');
    expect(switcher.stateOf(idOf(0))).toBe('inactive');
  });

  it('answers with the failure where nothing could be begun, and everybody is there', async () => {
    const { world, switcher, idOf, several } = await four();
    world.disk.isFull = true;
    expect(await several.remove([idOf(0), idOf(1)])).toMatchObject({
      ok: false,
      error: { code: 'storageUnavailable' },
    });
    expect(switcher.registry.order).toHaveLength(4);
  });
});
