import { expect, test } from 'vitest';
import { directoryService } from './identity/service.ts';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { Turns } from './testing/turns.ts';
import { emailsInOrder, twoUsers } from './testing/worlds.ts';
import type { ImportedUser } from './users/imported-users.ts';
import { restoreRegistry } from './users/restored-registry.ts';

const named = (subject: string, email: string): ImportedUser => ({
  serviceId: directoryService.id,
  subject,
  profile: { email },
  nickname: undefined,
  colour: 0,
});

test('users of a list are on disk before they are told of, and log in as who they are', async () => {
  const { world, switcher, ana } = await twoUsers();
  const subject = world.service.addAccount('cleo@example.org');
  const added = await switcher.addLoggedOut(1, () => [named(subject, 'cleo@example.org')]);
  const [cleo] = valueOf(added);
  expect(restoreRegistry(world.disk.found()).registry.order).toEqual(switcher.registry.order);
  expect(emailsInOrder(switcher)).toEqual(['ana@example.org', 'ben@example.org', 'cleo@example.org']);
  expect(switcher.registry.users.has(ana)).toBe(true);
  const loggedIn = await logInByEmail(switcher, 'cleo@example.org', cleo);
  expect(valueOf(loggedIn)).toEqual({ userId: cleo, seat: 'active' });
});

test('where they cannot be saved nobody is added', async () => {
  const { world, switcher } = await twoUsers();
  world.disk.isFull = true;
  expect(await switcher.addLoggedOut(1, () => [named('x', 'x@example.org')])).toMatchObject({
    error: { code: 'storageUnavailable' },
  });
  expect(switcher.registry.users.size).toBe(2);
});

test('who is removed while a list that names them is written does not come back with it', async () => {
  const turns = new Turns();
  const world = new FakeWorld({ turn: turns.turn });
  const subject = world.service.addAccount('ana@example.org');
  const drain = async () => {
    for (let n = 0; n < 50; n += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      turns.release(0);
    }
  };
  const switcher = world.start();
  const login = logInByEmail(switcher, 'ana@example.org');
  await drain();
  const { userId } = valueOf(await login);
  const adding = switcher.addLoggedOut(2, () => [named(subject, 'ana@example.org'), named('y', 'y@x.org')]);
  await new Promise<void>((resolve) => setImmediate(resolve));
  const removing = switcher.remove(userId);
  await drain();
  expect([(await adding).ok, (await removing).ok]).toEqual([true, true]);
  expect(emailsInOrder(switcher)).toEqual(['y@x.org']);
});
