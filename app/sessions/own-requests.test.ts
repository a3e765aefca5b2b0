import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../outcome.ts';
import type { Switcher } from '../switcher.ts';
import type { FakeWorld } from '../testing/fake-world.ts';
import { lockWithPin, twoUsers, unknownId } from '../testing/worlds.ts';
import type { UserId } from '../users/user.ts';

const known = ({ registry }: Switcher, userId: UserId) => {
  const user = registry.users.get(userId);
  return { subject: user?.subject, identities: user?.identities };
};

describe('the details of an account', () => {
  it('are read from a session that nobody has opened yet', async () => {
    const { world, ana } = await twoUsers();
    const next = world.start();
    expect(next.isSessionOpen(ana)).toBe(false);
    const { subject, identities } = known(next, ana);
    expect(await next.accounts.details(ana)).toEqual(
      succeed({ subject, identities, customData: { of: subject } }),
    );
  });

  it.each<[who: string, leave: (switcher: Switcher, userId: UserId) => Promise<unknown>]>([
    ['has logged out', (switcher, userId) => switcher.logOut(userId)],
    ['is locked', lockWithPin],
  ])('who %s are what is known without a session, and none is looked for', async (_who, leave) => {
    const { world, switcher, ana } = await twoUsers();
    await leave(switcher, ana);
    await switcher.close();
    const { reads } = world.disk;
    expect(await switcher.accounts.details(ana)).toEqual(succeed(known(switcher, ana)));
    expect(world.disk.reads).toBe(reads);
  });

  it('of who is not there are not found, and nothing is looked for', async () => {
    const { world, switcher } = await twoUsers();
    const { reads } = world.disk;
    expect(await switcher.accounts.details(unknownId)).toEqual(fail({ code: 'userNotFound' }));
    expect(world.disk.reads).toBe(reads);
  });

  it.each<[where: string, change: (world: FakeWorld) => void]>([
    ['is gone', (world) => (world.isServiceGone = true)],
    ['has no custom data', (world) => (world.hasAppServices = false)],
  ])('whose service %s are there all the same', async (_where, change) => {
    const { world, switcher, ana } = await twoUsers();
    change(world);
    expect(switcher.isSessionOpen(ana)).toBe(true);
    expect(await switcher.accounts.details(ana)).toEqual(succeed(known(switcher, ana)));
  });

  it('that the service does not give stay as they were', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.failures.set('profile', { code: 'serverError', status: 500 });
    const before = switcher.registry.users.get(ana);
    expect(await switcher.accounts.refreshProfile(ana)).toEqual(fail({ code: 'serverError', status: 500 }));
    expect(switcher.registry.users.get(ana)).toBe(before);
  });
});

describe('the address that ends the issuer’s session', () => {
  it('is nobody’s who is not there', async () => {
    const { world, switcher } = await twoUsers();
    world.endSessionUrl = 'https://issuer.example/end';
    expect(await switcher.accounts.endSessionUrl(unknownId)).toEqual(fail({ code: 'userNotFound' }));
  });
});
