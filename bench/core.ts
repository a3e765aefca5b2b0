import { directoryService } from '../app/identity/service.ts';
import { CoreWorld } from './core-world.ts';
import type { Finding, Measure } from './measure.ts';
import { RealmUsers } from './realm-users.ts';
import { median, summaryOf } from './statistics.ts';
import { timed } from './timed.ts';

/** At ten thousand users one read of realm-web's current user takes a minute. */
const realmTurns = (users: number): number => (users > 2_000 ? 1 : 50);
const turns = 200;
const logIns = 30;
const restarts = 10;

/** The size of the promise: switching and reading who is active, so many times faster than realm-web. */
const comparedUsers = 1_000;

/** What is done with some users, and how long each time took. */
interface Times {
  readonly switched: readonly number[];
  readonly loggedIn: readonly number[];
  readonly restarted: readonly number[];
}

const hotseatTimes = async (users: number): Promise<Times> => {
  const world = new CoreWorld(users);
  try {
    await world.seed();
    const restarted = await timed(restarts, () => world.start().activeUser);
    const switcher = world.start();
    const idAt = (turn: number) => world.userIds[(turn * 7 + 1) % users];
    const switchAndRead = async (turn: number): Promise<void> => {
      const id = idAt(turn);
      if (id === undefined) return;
      const outcome = await switcher.switchTo(id);
      if (!outcome.ok || switcher.activeUser?.id !== id) throw new Error('A switch did not succeed');
    };
    await timed(20, switchAndRead);
    const switched = await timed(turns, switchAndRead);
    const loggedIn = await timed(logIns, async (turn) => {
      const email = `newcomer${turn}@example.org`;
      world.service.addAccount(email);
      const outcome = await switcher.logIn({
        serviceId: directoryService.id,
        method: { kind: 'emailPassword', email, password: 'secret' },
      });
      if (!outcome.ok) throw new Error(`A login did not succeed: ${outcome.error.code}`);
    });
    await switcher.close();
    return { switched, loggedIn, restarted };
  } finally {
    world.remove();
  }
};

const realmTimes = async (users: number): Promise<Times> => {
  const realm = new RealmUsers(users);
  const restarted = await timed(restarts, () => realm.restart());
  const all = Object.values(realm.app.allUsers);
  const switched = await timed(realmTurns(users), (turn) => {
    const user = all[(turn * 7 + 1) % users];
    if (!user) return;
    realm.app.switchUser(user);
    if (realm.app.currentUser?.id !== user.id) throw new Error('A switch of realm-web did not succeed');
  });
  const loggedIn = await timed(Math.min(logIns, realmTurns(users)), () => realm.logInNext());
  return { switched, loggedIn, restarted };
};

export const core: Measure = {
  name: 'core',
  about:
    'Without Electron, in one run: Hotseat’s core over its real files (every switch and login durable when it counts) and realm-web 2.0.1 over its own storage in memory; both with a service that answers at once.',
  sizes: [10, 1_000, 10_000],
  run: async (sizes, tell) => {
    const findings: Finding[] = [];
    for (const users of sizes) {
      const ours = await hotseatTimes(users);
      const theirs = await realmTimes(users);
      tell(`${users} users`);
      const ms = (what: string, times: readonly number[]): Finding => ({
        what,
        users,
        unit: 'ms',
        value: summaryOf(times),
      });
      const faster = median(theirs.switched) / median(ours.switched);
      findings.push(
        ms('Hotseat: switch + durable write + read', ours.switched),
        ms('realm-web: switch + read, nothing written', theirs.switched),
        {
          what: 'Hotseat, durable, is faster than realm-web',
          users,
          unit: '×',
          value: faster,
          ...(users === comparedUsers && { target: { of: 'value', atLeast: 100 } as const }),
        },
        ms('Hotseat: log in the next user, durable', ours.loggedIn),
        ms('realm-web: log in the next user', theirs.loggedIn),
        ms('Hotseat: restart, read from disk', ours.restarted),
        ms('realm-web: restart, from memory', theirs.restarted),
      );
    }
    return findings;
  },
};
