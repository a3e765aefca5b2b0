import { existsSync } from 'node:fs';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`,
);

/** The clock of the whole process, as somebody who sets it would have it; what measures delays goes on as it did. */
const clockAt = (offset: string) => ({
  LD_PRELOAD: libraries.find((path) => existsSync(path)) ?? 'libfaketime is not installed',
  FAKETIME: offset,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

test('H2, H3, A13: a lock and its waits hold through a restart with the clock two years ahead, and behind', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const first = await launch();
  const screen = new HotseatScreen(first.window);
  const year = await first.app.evaluate(() => new Date().getFullYear());
  await screen.createAccount(person('Ben'));
  await setUpPin(screen, 'Ben', '493716');
  await screen.accounts.choose('Ben', 'Lock');
  await screen.accounts.row('Ben').click();
  const guessing = new UnlockDialog(first.window, 'Ben');
  for (let n = 0; n < 3; n += 1) {
    await guessing.guess('000000');
    await expect(guessing.alert).toBeVisible();
    await expect(guessing.pin).toHaveValue('');
  }
  await expect(guessing.alert).toContainText('Wait 5 seconds');
  await first.kill();
  for (const [offset, expected] of [
    ['+2y', year + 2],
    ['-2y', year - 2],
  ] as const) {
    const next = await launch({ profile: first.profile, env: clockAt(offset) });
    expect(await next.app.evaluate(() => new Date().getFullYear()), 'the clock is another').toBe(expected);
    const after = new HotseatScreen(next.window);
    await expect(after.activeUser).toContainText('Nobody is active');
    await after.accounts.row('Ben').click();
    const waiting = new UnlockDialog(next.window, 'Ben');
    await waiting.guess('493716');
    await expect(waiting.alert).toContainText(/Nothing was tried.*Wait [1-5] second/u);
    await expect(after.accounts.row('Ben')).toContainText('Locked');
    await next.kill();
  }
});
