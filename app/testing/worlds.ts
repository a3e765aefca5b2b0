import type { Switcher } from '../switcher.ts';
import { userIdSchema, type UserId } from '../users/user.ts';
import { FakeWorld, logInByEmail, valueOf } from './fake-world.ts';

export const unknownId = userIdSchema.parse('user-unknown');

/** A world with accounts at the service, and a switcher with as many of them logged in, in that order. */
export const worldWith = async (...emails: string[]) => {
  const world = new FakeWorld();
  for (const email of emails) world.service.addAccount(email);
  const switcher = world.start();
  const ids: UserId[] = [];
  for (const email of emails) ids.push(valueOf(await logInByEmail(switcher, email)).userId);
  return { world, switcher, idOf: (n: number) => ids[n] ?? unknownId };
};

export const twoUsers = async () => {
  const { world, switcher, idOf } = await worldWith('ana@example.org', 'ben@example.org');
  return { world, switcher, ana: idOf(0), ben: idOf(1) };
};

export const emailsInOrder = ({ registry }: Switcher) =>
  registry.order.map((id) => registry.users.get(id)?.profile.email);

export const activeIdOf = (switcher: Switcher) => switcher.registry.activeId;

export const countEvents = (switcher: Switcher, only?: UserId) => {
  const heard = { count: 0 };
  switcher.subscribe(() => (heard.count += 1), only);
  return heard;
};

export const errorOf = async (outcome: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { error } = await outcome;
  return error?.code;
};

export const lockWithPin = async (switcher: Switcher, userId: UserId): Promise<void> => {
  valueOf(await switcher.locking.setUp(userId, { kind: 'pin', text: '493716' }));
  valueOf(await switcher.locking.lock(userId));
};

/** What keeps users from acting, and what it is answered with. */
export const waysToLeave: readonly (readonly [
  who: string,
  code: 'userNotFound' | 'userLoggedOut' | 'locked',
  leave: (switcher: Switcher, userId: UserId) => Promise<unknown>,
])[] = [
  ['was removed', 'userNotFound', (switcher, userId) => switcher.remove(userId)],
  ['has logged out', 'userLoggedOut', (switcher, userId) => switcher.logOut(userId)],
  ['is locked', 'locked', lockWithPin],
];
