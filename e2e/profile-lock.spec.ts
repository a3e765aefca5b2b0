import { readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { hasProgram, runHotseat } from './fixtures/terminal.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test.skip(process.platform !== 'linux', 'the lock is a link in the profile on Linux only');
test.skip(!hasProgram, 'another Hotseat is started without Playwright');

test.describe.configure({ timeout: 240_000 });

/** A busy computer takes a while to draw a window. */
const timeout = 20_000;

const lockOf = (profile: string): string => join(profile, 'SingletonLock');

const registryOf = (profile: string): readonly string[] =>
  readdirSync(join(profile, 'registry'))
    .toSorted()
    .map((name) => `${name} ${readFileSync(join(profile, 'registry', name), 'utf8')}`);

test('A9: a second Hotseat with the same profile hands over and changes nothing', async ({ launch }) => {
  const first = await launch();
  const screen = new HotseatScreen(first.window);
  await screen.createAccount(person('Ana'));
  const before = registryOf(first.profile);
  const seconds = await Promise.all([1, 2].map(() => runHotseat(first.profile, [])));
  for (const { exitCode, err } of seconds) {
    expect(exitCode).toBe(0);
    expect(err).toContain('Hotseat is already running');
  }
  expect(registryOf(first.profile)).toEqual(before);
  await screen.createAccount(person('Ben'));
  await first.close();
  const again = await launch({ profile: first.profile });
  await expect(new HotseatScreen(again.window).accounts.rows).toHaveText([/Ana/u, /Ben/u], { timeout });
});

test('A10: the lock of a Hotseat that was killed, or that ran on another computer, keeps nobody out', async ({
  launch,
}) => {
  const first = await launch();
  await new HotseatScreen(first.window).createAccount(person('Ana'));
  await first.kill();
  const { profile } = first;
  expect(readlinkSync(lockOf(profile))).toBe(`${hostname()}-${first.pid}`);
  const second = await launch({ profile });
  await expect(new HotseatScreen(second.window).accounts.row('Ana')).toBeVisible({ timeout });
  await second.kill();

  rmSync(lockOf(profile), { force: true });
  symlinkSync('another-computer-4242', lockOf(profile));
  const third = await launch({ profile });
  await expect(new HotseatScreen(third.window).accounts.row('Ana')).toBeVisible({ timeout });
  expect(readlinkSync(lockOf(profile))).toBe(`${hostname()}-${third.pid}`);
});
