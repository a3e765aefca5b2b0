import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Hotseat } from './fixtures/hotseat.ts';
import { axeOn } from './fixtures/axe.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

const pin = '493716';

declare global {
  var fakeFinger: 'yes' | 'no';
}

/**
 * A fake of what Electron has on macOS only, in its place: this shows how Hotseat goes by the answer, and nothing of
 * the real question.
 */
const fakeTouchId = async ({ app }: Hotseat): Promise<void> => {
  await app.evaluate(({ systemPreferences }) => {
    globalThis.fakeFinger = 'yes';
    Object.assign(systemPreferences, {
      canPromptTouchID: () => true,
      promptTouchID: () =>
        globalThis.fakeFinger === 'yes' ? Promise.resolve() : Promise.reject(new Error('Cancelled')),
    });
  });
};

const answerWith = ({ app }: Hotseat, finger: 'yes' | 'no'): Promise<void> =>
  app.evaluate((_electron, answer) => {
    globalThis.fakeFinger = answer;
  }, finger);

const keysFor = (profile: string): Promise<readonly string[]> => readdir(join(profile, 'locks', 'touch-id'));

test('Touch ID opens a lock where it was chosen, a no asks for the PIN, and another PIN without it takes it away', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { window, profile } = hotseat;
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ben'));
  await focusWindowOf(hotseat.pid);
  await fakeTouchId(hotseat);
  const settings = await screen.openSettings();
  // What the computer offers is looked at with the rules.
  await settings.chooseOf('Attempts to unlock', '12');
  await pressKeys('Escape');
  await setUpPin(screen, 'Ben', pin, { touchId: true });
  expect(await keysFor(profile)).toHaveLength(1);

  await pressKeys('ctrl+l');
  await screen.accounts.row('Ben').click();
  const unlock = new UnlockDialog(window, 'Ben');
  await answerWith(hotseat, 'no');
  await unlock.useTouchId.click();
  await expect(unlock.alert).toContainText('Touch ID did not say yes');
  await expect(unlock.pin).toBeVisible();
  await axeOn(window)('unlocking with Touch ID');
  await answerWith(hotseat, 'yes');
  await unlock.useTouchId.click();
  await expect(unlock.dialog).toBeHidden();
  await expect(screen.activeUser).toContainText('Ben');
  await expect((await screen.notebookOf('Ben')).newNote).toBeVisible();

  await setUpPin(screen, 'Ben', '271828', { item: 'Change PIN…', touchId: false });
  expect(await keysFor(profile)).toEqual([]);
  await pressKeys('ctrl+l');
  await screen.accounts.row('Ben').click();
  await expect(unlock.pin).toBeVisible();
  await expect(unlock.useTouchId).toBeHidden();
});

test('a yes of Touch ID ends no wait: it is told, and counted down', async ({ launch }) => {
  test.setTimeout(90_000);
  const hotseat = await launch();
  const { window } = hotseat;
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ben'));
  await focusWindowOf(hotseat.pid);
  await fakeTouchId(hotseat);
  const settings = await screen.openSettings();
  await settings.chooseOf('Attempts to unlock', '12');
  await pressKeys('Escape');
  await setUpPin(screen, 'Ben', pin, { touchId: true });
  await pressKeys('ctrl+l');
  const unlock = new UnlockDialog(window, 'Ben');
  await screen.accounts.row('Ben').click();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await unlock.guess('000000');
    await expect(unlock.pin).toHaveValue('');
    await expect(unlock.alert).toContainText('That was not right');
  }
  await expect(unlock.dialog.getByRole('status')).toHaveText('You can try again now.', { timeout: 10_000 });
  await unlock.guess('000000');
  await expect(unlock.timer).toBeVisible();
  await pressKeys('Escape');
  await expect(unlock.dialog).toBeHidden();
  await screen.accounts.row('Ben').click();
  await answerWith(hotseat, 'yes');
  await unlock.useTouchId.click();
  await expect(unlock.alert).toContainText('Nothing was tried');
  await expect(unlock.timer).toHaveText(/^Try again in 0:(?:0[1-9]|1[0-5])$/u);
  await expect(screen.activeUser).toContainText('Nobody is active');
});
