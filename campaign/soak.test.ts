import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Switcher } from '../app/switcher.ts';
import { FakeWorld, logInByEmail, valueOf } from '../app/testing/fake-world.ts';
import { brokenInvariants } from '../app/users/registry-invariants.ts';
import type { UserId } from '../app/users/user.ts';
import { createSeededRandom, type SeededRandom } from './app/seeded-random.ts';
import { amount, seed, tally } from './tally.ts';

const hours = amount({ sample: 6, campaign: 24 });
const accounts = amount({ sample: 50, campaign: 1_000 });
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Of the first hours, in which everything is compiled and every account is used for the first time. */
const warmUpHours = 2;
const slopeLimitMb = 1;
const liveCount = 4;

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

const heapMb = async (): Promise<number> => {
  for (let turn = 0; turn < 3; turn += 1) {
    if (typeof collect === 'function') collect();
    await new Promise((settle) => setImmediate(settle));
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** What a person, a network and a lid do in one minute. */
const liveOneMinute = async (world: FakeWorld, switcher: Switcher, random: SeededRandom): Promise<void> => {
  const { service } = world;
  const { order } = switcher.registry;
  if (random.fraction() < 0.1) {
    service.isOffline = !service.isOffline;
    if (!service.isOffline) switcher.networkReturned();
  }
  service.isFailing = random.fraction() < 0.05;
  for (let turn = 0; turn < 5; turn += 1) {
    const id = random.pick(order);
    if (id === undefined) continue;
    const choice = random.fraction();
    if (choice < 0.5) await switcher.switchTo(id);
    else if (choice < 0.7) await switcher.callFunction(id, 'whoami', []);
    else if (choice < 0.8) await switcher.rename(id, `Nick ${random.below(1_000)}`);
    else if (choice < 0.9) await move(switcher, id, random);
    else await logOutAndIn(world, switcher, id);
  }
  switcher.setLive(switcher.registry.recent.slice(0, liveCount));
  if (random.fraction() < 0.01) suspend(world, switcher, random);
  await world.pass(minuteMs);
};

const move = (switcher: Switcher, id: UserId, random: SeededRandom): Promise<unknown> => {
  const neighbour = random.pick(switcher.registry.order) ?? id;
  return switcher.move(id, { side: random.pick(['before', 'after'] as const), userId: neighbour });
};

const logOutAndIn = async (world: FakeWorld, switcher: Switcher, id: UserId): Promise<void> => {
  const email = switcher.registry.users.get(id)?.profile.email ?? '';
  await switcher.logOut(id);
  if (!world.service.isOffline) await logInByEmail(switcher, email, id);
};

/** The lid is shut: the clock goes on and no timer does. It wakes twice, as Linux tells it. */
const suspend = (world: FakeWorld, switcher: Switcher, random: SeededRandom): void => {
  world.nowMs += random.below(8 * hourMs);
  switcher.wake();
  switcher.wake();
};

/** Least squares: by how much a value grows from one measurement to the next. */
const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let above = 0;
  let below = 0;
  for (const [index, value] of values.entries()) {
    above += (index - middle) * (value - mean);
    below += (index - middle) ** 2;
  }
  return below === 0 ? 0 : above / below;
};

it(`in ${hours} hours of ${accounts} accounts nothing grows and no timer is forgotten`, async () => {
  const rejections: unknown[] = [];
  const noteRejection = (cause: unknown): void => void rejections.push(cause);
  process.on('unhandledRejection', noteRejection);
  const random = createSeededRandom(seed);
  const world = new FakeWorld();
  const { service } = world;
  Object.assign(service.grants, {
    accessLifeMs: 30 * minuteMs,
    refreshLifeMs: 60 * 24 * hourMs,
    rotates: true,
  });
  const switcher = world.start();
  for (let n = 1; n <= accounts; n += 1) {
    service.addAccount(`person${n}@example.org`);
    valueOf(await logInByEmail(switcher, `person${n}@example.org`));
  }
  const heaps: number[] = [];
  let mostTimers = 0;
  let refreshes = 0;
  for (let hour = 1; hour <= hours; hour += 1) {
    for (let minute = 0; minute < 60; minute += 1) {
      await liveOneMinute(world, switcher, random);
      mostTimers = Math.max(mostTimers, world.timers.pendingCount());
      expect(brokenInvariants(switcher.registry)).toEqual([]);
      refreshes += service.countOf('refresh');
      // What the fakes note of every call is theirs, and no leak of Hotseat's.
      service.requests.length = 0;
      world.warnings.length = 0;
    }
    heaps.push(await heapMb());
  }
  process.off('unhandledRejection', noteRejection);
  const slopeMb = slopeOf(heaps.slice(warmUpHours));
  console.log(
    `${accounts} accounts, ${hours} hours: ${heaps.map((heap) => heap.toFixed(1)).join(' ')} MB, ${slopeMb.toFixed(2)} MB an hour, ${refreshes} refreshes, ${mostTimers} timers at most`,
  );
  expect(rejections).toEqual([]);
  expect(refreshes, 'sessions were kept fresh').toBeGreaterThan(hours);
  expect(mostTimers, 'timers of sessions, and the one of what waits to be revoked').toBeLessThanOrEqual(
    4 + liveCount,
  );
  expect(switcher.registry.order).toHaveLength(accounts);
  expect(slopeMb).toBeLessThan(slopeLimitMb);
  tally({
    row: 'soak',
    fault: `simulated hour with ${accounts} accounts`,
    injected: hours,
    survived: hours,
    lost: 0,
  });
}, 1_800_000);
