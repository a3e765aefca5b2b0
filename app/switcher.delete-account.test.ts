import { describe, expect, it } from 'vitest';
import { logInByEmail, valueOf } from './testing/fake-world.ts';
import { activeIdOf, errorOf, twoUsers } from './testing/worlds.ts';

describe('deleting an account', () => {
  it('T20: at the service, then here; a later login is rejected; a logged-out user cannot', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.deleteAccount(ana));
    expect(switcher.stateOf(ana)).toBe('removed');
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('authenticationRejected');
    valueOf(await switcher.logOut(ben));
    expect(await errorOf(switcher.deleteAccount(ben))).toBe('userLoggedOut');
    expect(await errorOf(switcher.deleteAccount(ana))).toBe('userNotFound');
    expect(world.service.requests.filter(({ call }) => call === 'deleteAccount')).toHaveLength(1);
  });

  it('deletes the named user, not the active one', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    const subject = switcher.registry.users.get(ana)?.subject ?? '';
    valueOf(await switcher.deleteAccount(ana));
    expect(world.service.hasAccount(subject)).toBe(false);
    expect(world.service.hasAccount(switcher.registry.users.get(ben)?.subject ?? '')).toBe(true);
    expect(activeIdOf(switcher)).toBe(ben);
  });

  it('keeps the user when the service cannot be reached', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.isOffline = true;
    expect(await errorOf(switcher.deleteAccount(ana))).toBe('networkUnavailable');
    expect(switcher.stateOf(ana)).toBe('inactive');
  });

  it('removes the user here even if it is logged out while the service deletes the account', async () => {
    const { world, switcher, ana } = await twoUsers();
    const deleting = switcher.deleteAccount(ana);
    while (!world.service.requests.some(({ call }) => call === 'deleteAccount')) await Promise.resolve();
    await switcher.logOut(ana);
    valueOf(await deleting);
    expect(switcher.stateOf(ana)).toBe('removed');
  });
});
