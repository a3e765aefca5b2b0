import { readdir, readlink } from 'node:fs/promises';
import type { CDPSession } from 'playwright';
import { removeProfile, removeSeeds, seededProfile } from '../../bench/seeded-profile.ts';
import { expect, test, type Hotseat } from '../../e2e/fixtures/hotseat.ts';
import type { UserId } from '../../app/users/user.ts';
import { HotseatScreen } from '../../e2e/screens/hotseat-screen.ts';
import { amount, seed, tally } from '../tally.ts';
import { mainHeapMbOf } from './main-heap-size.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';

test.skip(process.platform !== 'linux', 'Open files are read from /proc.');

const minutes = amount({ sample: 1, campaign: 20 });
const accounts = 12;
/** How many steps there are between two looks, which collect garbage and so cost. */
const stepsInRound = 40;
const mainLimitMb = 4;
const windowLimitMb = 4;
/** A page that is about to close has some. */
const fileLimit = 24;
/** Chromium opens those of every web session once, two minutes after the session. */
const openedLate = /\/SharedStorage(?:-wal|-journal)?$/u;

interface Look {
  readonly mainMb: number;
  readonly windowMb: number;
  readonly files: number;
  /** How many there are of each kind, e.g. `socket:[#]`. */
  readonly kinds: ReadonlyMap<string, number>;
}

test.afterAll(removeSeeds);

test(`in ${minutes} minutes of switches, calls, lost networks and shut lids neither memory nor open files grow`, async ({
  launch,
}) => {
  test.setTimeout((minutes + 10) * 60_000);
  const profile = await seededProfile(accounts);
  const hotseat = await launch({ profile });
  await expect(new HotseatScreen(hotseat.window).activeUser).toContainText('Person 1', { timeout: 60_000 });
  const ids = await idsOf(hotseat);
  const random = createSeededRandom(seed);
  const devTools = await hotseat.window.context().newCDPSession(hotseat.window);
  // Everybody's web session is opened once, and stays open.
  for (const id of ids) await switchTo(hotseat, id);
  await oneRound(hotseat, ids, random);
  const looks = [await look(hotseat, devTools)];
  const endsAt = performance.now() + minutes * 60_000;
  let steps = 0;
  while (performance.now() < endsAt) {
    await oneRound(hotseat, ids, random);
    steps += stepsInRound;
    looks.push(await look(hotseat, devTools));
  }
  const grown = (name: Measured): number =>
    Math.min(...lastOf(looks, name)) - Math.max(...firstOf(looks, name));
  console.log(
    `${steps} steps in ${minutes} minutes: ${looks.map(({ mainMb, windowMb, files }) => `${mainMb.toFixed(1)}/${windowMb.toFixed(1)} MB ${files}`).join(', ')}`,
  );
  console.log(`Open files that are more, or fewer, than in the beginning: ${changedKinds(looks)}`);
  // What is least in the end, against what was most in the beginning: a leak has lifted even the least.
  expect(grown('mainMb'), 'main').toBeLessThan(mainLimitMb);
  expect(grown('windowMb'), 'the window').toBeLessThan(windowLimitMb);
  expect(grown('files'), 'open files of main').toBeLessThan(fileLimit);
  tally({ row: 'soak', fault: 'minute in the real app', injected: minutes, survived: minutes, lost: 0 });
  await hotseat.close();
  await removeProfile(profile);
});

type Measured = 'mainMb' | 'windowMb' | 'files';

const third = (looks: readonly Look[]): number => Math.max(1, Math.floor(looks.length / 3));

const firstOf = (looks: readonly Look[], name: Measured): readonly number[] =>
  looks.slice(0, third(looks)).map((one) => one[name]);

const lastOf = (looks: readonly Look[], name: Measured): readonly number[] =>
  looks.slice(-third(looks)).map((one) => one[name]);

const idsOf = ({ window: page }: Hotseat): Promise<readonly UserId[]> =>
  page.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    return snapshot.ok ? snapshot.value.users.map(({ id }) => id) : [];
  });

const switchTo = ({ window: page }: Hotseat, userId: UserId): Promise<unknown> =>
  page.evaluate((id) => window.hotseat.execute('switchTo', { userId: id }), userId);

const oneRound = async (hotseat: Hotseat, ids: readonly UserId[], random: SeededRandom): Promise<void> => {
  for (let step = 0; step < stepsInRound; step += 1) {
    const userId = random.pick(ids);
    if (userId === undefined) return;
    const choice = random.fraction();
    if (choice < 0.6) await switchTo(hotseat, userId);
    else if (choice < 0.8) await act(hotseat, userId, `Nick ${step}`);
    else if (choice < 0.9) await loseNetwork(hotseat);
    else await shutLid(hotseat);
  }
};

const act = ({ window: page }: Hotseat, userId: UserId, nickname: string): Promise<unknown> =>
  page.evaluate(
    async ([id, name]) => {
      await window.hotseat.execute('refreshProfile', { userId: id });
      await window.hotseat.execute('rename', { userId: id, nickname: name });
      await window.hotseat.execute('rename', { userId: id });
    },
    [userId, nickname] as const,
  );

const loseNetwork = ({ app }: Hotseat): Promise<void> =>
  app.evaluate(async ({ session }) => {
    session.defaultSession.enableNetworkEmulation({ offline: true });
    await new Promise((settle) => setTimeout(settle, 100));
    session.defaultSession.disableNetworkEmulation();
  });

/** As logind tells it: to sleep, and twice that it is awake again. */
const shutLid = ({ app }: Hotseat): Promise<void> =>
  app.evaluate(({ powerMonitor }) => {
    for (const told of ['suspend', 'resume', 'resume']) powerMonitor.emit(told);
  });

const look = async (hotseat: Hotseat, devTools: CDPSession): Promise<Look> => {
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  const kinds = await openFilesOf(hotseat.pid);
  const files = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  return { mainMb: await mainHeapMbOf(hotseat), windowMb: usedSize / 2 ** 20, files, kinds };
};

const openFilesOf = async (pid: number): Promise<ReadonlyMap<string, number>> => {
  const folder = `/proc/${pid}/fd`;
  const kinds = new Map<string, number>();
  for (const name of await readdir(folder)) {
    const target = await readlink(`${folder}/${name}`).catch(() => 'closed meanwhile');
    if (openedLate.test(target)) continue;
    const kind = target.replaceAll(/[\da-f-]{8,}|\d+/gu, '#');
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
};

const changedKinds = (looks: readonly Look[]): string => {
  const none = new Map<string, number>();
  const before = looks.at(0)?.kinds ?? none;
  const after = looks.at(-1)?.kinds ?? none;
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((kind) => ({ kind, more: (after.get(kind) ?? 0) - (before.get(kind) ?? 0) }))
    .filter(({ more }) => more !== 0)
    .map(({ kind, more }) => `${kind} ${more > 0 ? '+' : ''}${more}`)
    .join(', ');
};
