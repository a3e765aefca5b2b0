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
import { Promises } from './promises.ts';
import { createSeededRandom } from './seeded-random.ts';

test.skip(process.platform !== 'linux', 'Process groups and /proc are Linux’s.');

const kills = amount({ sample: 3, campaign: 1_000 });
const longestLoadMs = 2_500;
const longestStartMs = 1_500;
const firstAccounts = 3;
const firstChangeWithinMs = 30_000;
/** Of the kills, so many come while Hotseat is still starting. */
const shareInStart = 0.2;

const shownSchema = z.object({
  activeId: userIdSchema.optional(),
  users: z.array(z.object({ id: userIdSchema, state: z.enum(['authenticated', 'loggedOut']) })),
});

test(`A2: Hotseat is killed ${kills} times under load, and nobody is lost, half there, or in another's place`, async () => {
  test.setTimeout(60_000 + kills * 30_000);
  const random = createSeededRandom(seed);
  const profile = await newProfile();
  const people = new Map<string, Person>();
  const heard = new Map<string, number>();
  const broken: string[] = [];
  let found: Pick<ProfileReading, 'registry' | 'storedActiveId'> = {
    registry: emptyRegistry,
    storedActiveId: undefined,
  };
  let answered = 0;
  let survived = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const app = startKillable(profile);
    const promises = new Promises(found);
    const brokenNow: string[] = [];
    if (random.fraction() < shareInStart) await wait(random.fraction() * longestStartMs);
    else {
      await app.ready;
      brokenNow.push(...(await brokenAfterStart(app, found)));
      const newPerson = (): Person => person(`Person ${people.size + 1}`);
      const desk = { app, profile, promises, random, people, newPerson, heard };
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
      await wait(random.fraction() * longestLoadMs);
      await app.kill();
      for (const count of await Promise.all(hands)) answered += count;
    }
    await app.kill();
    const reading = readProfile(profile);
    brokenNow.push(...promises.brokenIn(reading));
    const told = brokenNow.map((sentence) => `after kill ${kill}: ${sentence}`);
    // Told at once: the whole campaign takes an hour.
    for (const sentence of told) console.log(sentence);
    broken.push(...told);
    if (told.length === 0) survived += 1;
    if (kill % 100 === 0) console.log(`${kill} kills, ${survived} survived`);
    found = reading;
  }
  console.log(`${kills} kills, ${answered} commands answered before them, ${survived} survived`);
  console.log(JSON.stringify(Object.fromEntries(heard)));
  tally({
    row: 'A2',
    fault: 'SIGKILL of the whole app under load',
    injected: kills,
    survived,
    lost: kills - survived,
  });
  expect(broken).toEqual([]);
  expect(changesIn(heard), 'there was something to lose').toBeGreaterThan(kills);
  expect(await searchFolder(profile, secretCanaries())).toEqual([]);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

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
