import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'playwright/test';
import { z } from 'zod';
import { emptyRegistry } from '../../app/users/user-registry.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { searchFolder, secretCanaries } from '../../e2e/fixtures/canaries.ts';
import { newProfile } from '../../e2e/fixtures/hotseat.ts';
import { person, type Person } from '../../e2e/fixtures/person.ts';
import { amount, seed, tally } from '../tally.ts';
import { arrive, askInPage, handleList, handlePeople, handleTerminal, keepBusy } from './busy-hands.ts';
import { startKillable, type KillableApp } from './killable-app.ts';
import { readProfile, type ProfileReading } from './profile-reading.ts';
import { Promises, type FoundProfile } from './promises.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';

test.skip(process.platform !== 'linux', 'Process groups and /proc are Linux’s.');

const kills = amount({ sample: 4, campaign: 1_000 });
/** Profiles that are killed at the same time; each start waits for the disk and the keyring more than it works. */
const lanes = 4;
const longestLoadMs = 1_500;
const longestStartMs = 1_500;
const firstAccounts = 6;
const firstChangeWithinMs = 30_000;
/** Of the kills, so many come while Hotseat is still starting. */
const shareInStart = 0.2;

const shownSchema = z.object({
  activeId: userIdSchema.optional(),
  users: z.array(z.object({ id: userIdSchema, state: z.enum(['authenticated', 'loggedOut']) })),
});

/** What came of all kills so far. */
class Toll {
  readonly heard = new Map<string, number>();
  readonly broken: string[] = [];
  answered = 0;
  begun = 0;
  done = 0;
  survived = 0;

  /** Told at once: the whole campaign takes an hour. */
  count(brokenNow: readonly string[]): void {
    this.done += 1;
    const told = brokenNow.map((sentence) => `kill ${this.done}: ${sentence}`);
    for (const sentence of told) console.log(sentence);
    this.broken.push(...told);
    if (told.length === 0) this.survived += 1;
    if (this.done % 100 === 0) console.log(`${this.done} kills, ${this.survived} survived`);
  }
}

test(`A2: Hotseat is killed ${kills} times under load, and nobody is lost, half there, or in another's place`, async () => {
  test.setTimeout(60_000 + kills * 30_000);
  const toll = new Toll();
  const profiles = await Promise.all(Array.from({ length: lanes }, () => newProfile()));
  const hotseats = profiles.map((profile, lane) => new Lane(profile, lane, toll));
  // The first of all asks the keyring for a key that is not there yet.
  await hotseats[0]?.killOnce({ isInStart: false });
  await Promise.all(
    hotseats.map(async (one) => {
      while (toll.begun < kills) await one.killOnce();
    }),
  );
  console.log(`${kills} kills, ${toll.answered} commands answered before them, ${toll.survived} survived`);
  console.log(JSON.stringify(Object.fromEntries(toll.heard)));
  tally({
    row: 'A2',
    fault: 'SIGKILL of the whole app under load',
    injected: toll.done,
    survived: toll.survived,
    lost: toll.done - toll.survived,
  });
  expect(toll.broken).toEqual([]);
  expect(changesIn(toll.heard), 'there was something to lose').toBeGreaterThan(kills);
  for (const profile of profiles) {
    expect(await searchFolder(profile, secretCanaries())).toEqual([]);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** One profile, whose Hotseat is started and killed again and again. */
class Lane {
  readonly #profile: string;
  readonly #lane: number;
  readonly #toll: Toll;
  readonly #random: SeededRandom;
  readonly #people = new Map<string, Person>();
  #found: FoundProfile = { registry: emptyRegistry, storedActiveId: undefined, sessionsToErase: [] };

  constructor(profile: string, lane: number, toll: Toll) {
    this.#profile = profile;
    this.#lane = lane;
    this.#toll = toll;
    this.#random = createSeededRandom(seed + lane);
  }

  async killOnce({ isInStart = this.#random.fraction() < shareInStart } = {}): Promise<void> {
    this.#toll.begun += 1;
    const app = startKillable(this.#profile);
    const promises = new Promises(this.#found, { isInStart });
    const broken: string[] = [];
    if (isInStart) await wait(this.#random.fraction() * longestStartMs);
    else {
      await app.ready;
      broken.push(...(await brokenAfterStart(app, this.#found)));
      await this.#load(app, promises);
    }
    await app.kill();
    const reading = readProfile(this.#profile);
    broken.push(...promises.brokenIn(reading));
    this.#found = reading;
    this.#toll.count(broken);
  }

  /** Many hands at work, until it is killed. */
  async #load(app: KillableApp, promises: Promises): Promise<void> {
    const { heard } = this.#toll;
    const newPerson = (): Person => person(`Person ${this.#lane} ${this.#people.size + 1}`);
    const desk = {
      app,
      profile: this.#profile,
      promises,
      random: this.#random,
      people: this.#people,
      newPerson,
      heard,
    };
    await keyringThere(app);
    // The first ones arrive in peace.
    while (promises.in('authenticated').length + promises.in('loggedOut').length < firstAccounts)
      await arrive(desk);
    const isOdd = (id: string): boolean => Number.parseInt(id.slice(-1), 36) % 2 === 1;
    const hands = [
      keepBusy(() => handlePeople(desk, isOdd)),
      keepBusy(() => handlePeople(desk, (id) => !isOdd(id))),
      keepBusy(() => handleList(desk)),
      keepBusy(() => handleTerminal(desk)),
    ];
    const before = changesIn(heard);
    const givenUpAtMs = performance.now() + firstChangeWithinMs;
    // Until then there is nothing to lose, however slow the computer.
    while (changesIn(heard) === before && performance.now() < givenUpAtMs) await wait(5);
    await wait(this.#random.fraction() * longestLoadMs);
    await app.kill();
    for (const count of await Promise.all(hands)) this.#toll.answered += count;
  }
}

/** On a busy computer the keyring may answer late, and what is granted before that is promised to nobody. */
const keyringThere = async (app: KillableApp): Promise<void> => {
  const isProtected = `hotseat.snapshot().then(({ value }) => value.sessionStorage.kind === 'protected')`;
  while ((await app.evaluate(isProtected)) !== true) {
    await askInPage(app, 'checkSessionStorage', undefined);
    await wait(100);
  }
};

/** Answers that promise something. */
const changesIn = (heard: ReadonlyMap<string, number>): number =>
  [...heard].reduce((sum, [what, times]) => (what.endsWith(': done') ? sum + times : sum), 0);

/** The page shows what the stores hold, and a session of those that are open is one. */
const brokenAfterStart = async (
  app: KillableApp,
  { registry }: Pick<ProfileReading, 'registry'>,
): Promise<readonly string[]> => {
  const snapshot = await askInPage(app, 'readSnapshot', undefined);
  if (!snapshot.ok) return ['the page is told nothing'];
  const shown = shownSchema.parse(snapshot.value);
  const broken: string[] = [];
  const expected = registry.order.map((id) => ({ id, state: registry.users.get(id)?.state }));
  if (JSON.stringify(shown.users) !== JSON.stringify(expected)) broken.push('the page shows other accounts');
  if (shown.activeId !== registry.activeId) broken.push('the page shows another active account');
  if (registry.activeId !== undefined) {
    const asked = await askInPage(app, 'refreshProfile', { userId: registry.activeId });
    if (!asked.ok) broken.push(`the session of who is active is none: ${asked.error.code}`);
  }
  return broken;
};
