import { describe, expect, it } from 'vitest';
import { valueOf } from './testing/fake-world.ts';
import { errorOf, twoUsers } from './testing/worlds.ts';

describe('when a session ends', () => {
  it('T29: the tokens are forgotten though the service cannot be told', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.isOffline = true;
    valueOf(await switcher.logOut(ana));
    expect(switcher.isSessionOpen(ana)).toBe(false);
    expect(world.disk.sessions.has(ana)).toBe(false);
    expect(await errorOf(switcher.callFunction(ana, 'whoami', []))).toBe('userLoggedOut');
  });

  it('T29: the tokens are forgotten though the refresh before was refused', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.revokeSessionsOf(switcher.registry.users.get(ana)?.subject ?? '');
    expect(await errorOf(switcher.callFunction(ana, 'whoami', []))).toBeDefined();
    await switcher.close();
    expect(switcher.isSessionOpen(ana)).toBe(false);
    expect(world.disk.sessions.has(ana)).toBe(false);
  });

  it('T30: log out takes the tokens and keeps the profile, through a restart too', async () => {
    const { world, switcher, ana } = await twoUsers();
    const { identities, subject } = switcher.registry.users.get(ana) ?? {};
    valueOf(await switcher.logOut(ana));
    await switcher.close();
    const profile = { email: 'ana@example.org' };
    const kept = { state: 'loggedOut', profile, identities, subject };
    expect(switcher.registry.users.get(ana)).toMatchObject(kept);
    expect(world.disk.sessions.has(ana)).toBe(false);
    expect(world.start().registry.users.get(ana)).toMatchObject(kept);
  });

  it('C9: a call in flight while the person switches stays its own user’s, also when it is repeated', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.service.expireAccessTokens();
    const before = world.service.requests.length;
    const call = switcher.callFunction(ben, 'whoami', []);
    valueOf(await switcher.switchTo(ana));
    expect(valueOf(await call)).toBe(switcher.registry.users.get(ben)?.subject);
    const anas = world.storedSessionOf(ana);
    const sent = world.service.requests.slice(before).map(({ token }) => token);
    expect(sent).toHaveLength(3);
    expect(sent).not.toContain(anas.accessToken);
    expect(sent).not.toContain(anas.refreshToken);
  });
});
