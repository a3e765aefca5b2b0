import { describe, expect, it } from 'vitest';
import { logInByEmail, valueOf } from './testing/fake-world.ts';
import { activeIdOf, errorOf, twoUsers } from './testing/worlds.ts';

describe('removing', () => {
  it('T10, T11: a logged-out and a signed-in user; a second removal is refused', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    valueOf(await switcher.remove(ana));
    valueOf(await switcher.remove(ben));
    expect(await errorOf(switcher.remove(ben))).toBe('userNotFound');
    expect([switcher.registry.users.size, activeIdOf(switcher), switcher.stateOf(ana)]).toEqual([
      0,
      undefined,
      'removed',
    ]);
  });

  it('T12: is local and immediate: the account lives on at the service and can log in again', async () => {
    const { switcher, ben } = await twoUsers();
    const leaving = switcher.remove(ben);
    expect(switcher.stateOf(ben)).toBe('removed');
    valueOf(await leaving);
    valueOf(await logInByEmail(switcher, 'ben@example.org'));
  });

  it('T13: logging in after a removal is a new record; the old id stays removed', async () => {
    const { switcher, ben } = await twoUsers();
    valueOf(await switcher.remove(ben));
    const again = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
    expect([switcher.stateOf(ben), switcher.stateOf(again)]).toEqual(['removed', 'active']);
    expect(switcher.registry.users.get(again)?.profile.email).toBe('ben@example.org');
  });

  it('T14, T43: removing the active user revokes its session and leaves nothing behind', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.remove(ben));
    await switcher.close();
    expect(world.service.requests.some(({ call }) => call === 'revoke')).toBe(true);
    expect([...world.disk.sessions.keys(), ...world.disk.traces]).toEqual([ana, ana]);
    expect([world.disk.tombstones.size, world.disk.outbox.size]).toEqual([0, 0]);
    expect(world.disk.accounts).not.toContain('ben@');
    expect(activeIdOf(switcher)).toBe(ana);
  });

  it('T43: a log out deletes no local data', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.logOut(ben));
    expect(world.disk.traces.has(ben)).toBe(true);
  });

  it('the local data of others stays', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.remove(ana));
    expect([...world.disk.traces]).toEqual([ben]);
    expect(switcher.stateOf(ben)).toBe('active');
  });

  it('that cannot be begun erases nothing: the user is back, active and in its place', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.switchTo(ana));
    world.disk.isFull = true;
    expect(await errorOf(switcher.remove(ana))).toBe('storageUnavailable');
    expect([switcher.registry.order, activeIdOf(switcher)]).toEqual([[ana, ben], ana]);
    expect(valueOf(await switcher.callFunction(ana, 'whoami', []))).toBe(
      switcher.registry.users.get(ana)?.subject,
    );
    world.disk.isFull = false;
    expect(world.start().registry.order).toEqual([ana, ben]);
  });

  it('offline is final: nothing of the user is left but the revocation that waits', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.service.isOffline = true;
    valueOf(await switcher.remove(ben));
    await switcher.close();
    const restarted = world.start();
    expect(restarted.stateOf(ben)).toBe('removed');
    expect([world.disk.sessions.has(ben), world.disk.outbox.size]).toEqual([false, 1]);
  });

  it('T44: one that was interrupted is finished at the next start', async () => {
    const { world, ana, ben } = await twoUsers();
    world.disk.tombstones.add(ben);
    const restarted = world.start();
    expect(restarted.registry.order).toEqual([ana]);
    await restarted.finishWhatWasLeft();
    expect([...world.disk.sessions.keys(), ...world.disk.traces]).toEqual([ana, ana]);
    expect(world.disk.tombstones.size).toBe(0);
    expect(world.disk.accounts).not.toContain('ben@');
  });
});
