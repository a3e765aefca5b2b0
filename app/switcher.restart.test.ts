import { describe, expect, it } from 'vitest';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { twoUsers, unknownId, worldWith } from './testing/worlds.ts';

describe('states and restarts', () => {
  it('T24: active, inactive, logged out, removed', async () => {
    const { switcher, ana, ben } = await twoUsers();
    expect([switcher.stateOf(ben), switcher.stateOf(ana)]).toEqual(['active', 'inactive']);
    valueOf(await switcher.logOut(ben));
    valueOf(await switcher.remove(ana));
    expect([switcher.stateOf(ben), switcher.stateOf(ana)]).toEqual(['loggedOut', 'removed']);
  });

  it('T25, T26, T49: users, order, states, profiles, identities and the active user are back', async () => {
    const { world, switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org');
    const [a, b, c] = [idOf(0), idOf(1), idOf(2)];
    valueOf(await switcher.logOut(b));
    valueOf(await switcher.switchTo(a));
    const restarted = world.start();
    expect(restarted.registry).toEqual(switcher.registry);
    expect([a, b, c].map((id) => restarted.stateOf(id))).toEqual(['active', 'loggedOut', 'inactive']);
    expect(restarted.registry.users.get(a)?.identities).toHaveLength(1);
    expect(valueOf(await restarted.callFunction(c, 'whoami', []))).toBe(
      restarted.registry.users.get(c)?.subject,
    );
  });

  it('T41: authenticated without a session becomes logged out; a rename keeps profile and identities', async () => {
    const { world, switcher, ana } = await twoUsers();
    valueOf(await switcher.rename(ana, 'Work'));
    expect(switcher.registry.users.get(ana)).toMatchObject({
      nickname: 'Work',
      profile: { email: 'ana@example.org' },
      identities: [{ providerType: 'local-userpass' }],
    });
    world.disk.sessions.delete(ana);
    expect(world.start().stateOf(ana)).toBe('loggedOut');
  });

  it('T40: an active id that is unknown or logged out becomes nobody', async () => {
    const { world, ben } = await twoUsers();
    world.disk.sessions.delete(ben);
    expect(world.start().registry.activeId).toBeUndefined();
    world.disk.active = JSON.stringify({ version: 1, activeId: unknownId, recent: [unknownId] });
    const { activeId, recent } = world.start().registry;
    expect([activeId, recent]).toEqual([undefined, []]);
  });

  it('T44: a session in memory is not persisted: after a restart its user is logged out, with the reason', async () => {
    const world = new FakeWorld();
    world.disk.isUnprotected = true;
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    expect(valueOf(await switcher.callFunction(ana, 'whoami', []))).toBeTruthy();
    expect(world.disk.sessions.size).toBe(0);
    expect(world.start().registry.users.get(ana)).toMatchObject({
      state: 'loggedOut',
      because: 'sessionNotSaved',
    });
  });

  it('sessions in memory are written when a key store appears', async () => {
    const world = new FakeWorld();
    world.disk.isUnprotected = true;
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    world.disk.isUnprotected = false;
    await switcher.saveSessionsInMemory();
    expect(world.start().stateOf(ana)).toBe('active');
  });

  it('T46: a session that does not open is kept, and its user stays authenticated', async () => {
    const { world, ana } = await twoUsers();
    world.disk.isLocked = true;
    const restarted = world.start();
    const outcome = await restarted.callFunction(ana, 'whoami', []);
    expect(outcome).toEqual({
      ok: false,
      error: { code: 'storageUnavailable', problem: 'keyringUnavailable' },
    });
    expect([restarted.stateOf(ana), world.disk.sessions.has(ana)]).toEqual(['inactive', true]);
    expect(restarted.isUnreadable(ana)).toBe(true);
    world.disk.isLocked = false;
    valueOf(await restarted.callFunction(ana, 'whoami', []));
    expect(restarted.isUnreadable(ana)).toBe(false);
  });

  it('T45: sessions of nobody are erased at the start, and those of users stay', async () => {
    const { world, ana, ben } = await twoUsers();
    world.disk.sessions.set(unknownId, '{}');
    world.start();
    expect([...world.disk.sessions.keys()]).toEqual([ana, ben]);
  });

  it('B2: a refresh while no protection holds leaves the stored session as it is', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.disk.isUnprotected = true;
    world.service.expireAccessTokens();
    valueOf(await switcher.callFunction(ana, 'whoami', []));
    await switcher.close();
    expect(world.disk.sessions.has(ana)).toBe(true);
    world.disk.isUnprotected = false;
    expect(world.start().stateOf(ana)).toBe('inactive');
  });
});
