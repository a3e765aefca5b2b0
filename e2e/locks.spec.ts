import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Hotseat } from './fixtures/hotseat.ts';
import { axeOn } from './fixtures/axe.ts';
import { tokensInMain } from './fixtures/main-heap.ts';
import { person, type Person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { titlesOf } from './fixtures/window-titles.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

const pin = '493716';

const withAccounts = async (hotseat: Hotseat, ...names: readonly string[]) => {
  const screen = new HotseatScreen(hotseat.window);
  const people = names.map((name) => person(name));
  for (const one of people) await screen.createAccount(one);
  await focusWindowOf(hotseat.pid);
  return { screen, people };
};

const logInAgain = ({ window }: Hotseat, name: string, who: Person | undefined): Promise<void> =>
  new AccountDialog(window, `Log in again as ${name}`).submitPassword(who?.password ?? '');

test('Ctrl+L locks the active account; a digit on it asks for the PIN, which opens it', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen } = await withAccounts(hotseat, 'Ana', 'Ben');
  await pressKeys('ctrl+l');
  const offer = hotseat.window.getByRole('dialog', { name: 'A lock for Ben' });
  await expect(offer, 'without anything to unlock with, it is offered').toBeVisible();
  await pressKeys('Escape');
  await expect(offer).toBeHidden();
  await setUpPin(screen, 'Ben', pin);
  await pressKeys('ctrl+l');
  await expect(screen.activeUser).toContainText('Nobody is active');
  await expect(screen.accounts.row('Ben')).toContainText('Locked');
  expect(titlesOf(hotseat.pid)).toEqual(['Hotseat']);
  await pressKeys('ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
  await pressKeys('ctrl+2');
  const unlock = new UnlockDialog(hotseat.window, 'Ben');
  await expect(unlock.pin).toBeFocused();
  await unlock.guess('000000');
  await expect(unlock.alert).toContainText('not right');
  await expect(screen.activeUser).toContainText('Ana');
  await unlock.guess(pin);
  await expect(unlock.dialog).toBeHidden();
  await expect(screen.activeUser).toContainText('Ben');
  await expect((await screen.notebookOf('Ben')).newNote).toBeVisible();
});

test('of who is locked no token is in main’s memory after a collection', async ({ launch }) => {
  const hotseat = await launch();
  const { screen } = await withAccounts(hotseat, 'Ben');
  await (await screen.notebookOf('Ben')).add('a note, so that the page has used a token');
  await setUpPin(screen, 'Ben', pin);
  expect(await tokensInMain(hotseat), 'the look finds tokens where there are some').not.toEqual([]);
  await pressKeys('ctrl+shift+l');
  await expect(screen.accounts.row('Ben')).toContainText('Locked');
  await expect.poll(() => tokensInMain(hotseat), { timeout: 20_000 }).toEqual([]);
  const unlock = new UnlockDialog(hotseat.window, 'Ben');
  await screen.accounts.choose('Ben', 'Unlock');
  await unlock.guess(pin);
  await expect((await screen.notebookOf('Ben')).notes).toHaveCount(1);
});

test('a lock holds when Hotseat is killed; attempts count on, each wait begins anew, and the last logs out', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const first = await launch();
  const { screen, people } = await withAccounts(first, 'Ana', 'Ben');
  const settings = await screen.openSettings();
  await settings.chooseOf('Attempts to unlock', '5');
  await pressKeys('Escape');
  await setUpPin(screen, 'Ben', pin);
  await first.kill();

  const second = await launch({ profile: first.profile });
  const after = new HotseatScreen(second.window);
  await expect(after.activeUser).toContainText('Nobody is active');
  await expect(after.accounts.row('Ben')).toContainText('Locked');
  await after.accounts.row('Ben').click();
  const guessing = new UnlockDialog(second.window, 'Ben');
  for (const left of ['4 attempts', '3 attempts', '2 attempts']) {
    await guessing.guess('000000');
    await expect(guessing.alert).toContainText(left);
  }
  await second.kill();

  const third = await launch({ profile: first.profile });
  const last = new HotseatScreen(third.window);
  await last.accounts.row('Ben').click();
  const waiting = new UnlockDialog(third.window, 'Ben');
  await waiting.guess(pin);
  await expect(waiting.alert).toContainText(/Nothing was tried.*Wait [1-5] second/u);
  await expect(waiting.timer).toHaveText(/^Try again in 0:0[1-5]$/u);
  await expect(waiting.dialog.getByRole('status')).toHaveText('You can try again now.', { timeout: 10_000 });
  for (const left of ['One attempt', '']) {
    await expect(async () => {
      await waiting.guess('000000');
      await expect(left === '' ? last.accounts.row('Ben') : waiting.alert).toContainText(
        left === '' ? 'Logged out' : left,
        { timeout: 2_000 },
      );
    }).toPass({ timeout: 40_000, intervals: [1_000] });
  }
  expect(await readdir(join(first.profile, 'locks'))).not.toContainEqual(expect.stringMatching(/\.json$/u));
  await waiting.logInInstead.click();
  await logInAgain(third, 'Ben', people[1]);
  await expect(last.activeUser).toContainText('Ben');
});

test('who has forgotten the PIN logs in at the service instead', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, people } = await withAccounts(hotseat, 'Ben');
  await setUpPin(screen, 'Ben', pin);
  await pressKeys('ctrl+l');
  await screen.accounts.row('Ben').click();
  await new UnlockDialog(hotseat.window, 'Ben').logInInstead.click();
  await logInAgain(hotseat, 'Ben', people[0]);
  await expect(screen.activeUser).toContainText('Ben');
  await expect((await screen.notebookOf('Ben')).newNote).toBeVisible();
});

test('on a shared desk leaving locks, and a restart leaves nobody open', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, people } = await withAccounts(hotseat, 'Ana', 'Ben');
  await setUpPin(screen, 'Ana', pin);
  const settings = await screen.openSettings();
  await settings.switchingRule(/^Locks the account/u).click();
  await expect(screen.accounts.row('Ana')).toContainText('Locked');
  await pressKeys('Escape');
  await expect(settings.dialog).toBeHidden();
  await pressKeys('ctrl+1');
  await new UnlockDialog(hotseat.window, 'Ana').guess(pin);
  await expect(screen.activeUser).toContainText('Ana');
  await expect(screen.accounts.row('Ben')).toContainText('Locked');
  await hotseat.close();

  const next = await launch({ profile: hotseat.profile });
  const after = new HotseatScreen(next.window);
  await expect(after.activeUser).toContainText('Nobody is active');
  for (const name of ['Ana', 'Ben']) await expect(after.accounts.row(name)).toContainText('Locked');
  await after.accounts.row('Ben').click();
  const unlock = new UnlockDialog(next.window, 'Ben');
  await expect(unlock.dialog).toContainText('no PIN or passphrase');
  await unlock.logInInstead.click();
  await logInAgain(next, 'Ben', people[1]);
  await expect(after.activeUser).toContainText('Ben');
});

test('where one at a time is logged in, a login logs the other one out', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, people } = await withAccounts(hotseat, 'Ana', 'Ben');
  const settings = await screen.openSettings();
  await settings.switchingRule(/^Is not there/u).click();
  await expect(screen.accounts.row('Ana')).toContainText('Logged out');
  await pressKeys('Escape');
  await screen.accounts.row('Ana').click();
  await logInAgain(hotseat, 'Ana', people[0]);
  await expect(screen.activeUser).toContainText('Ana');
  await expect(screen.accounts.row('Ben')).toContainText('Logged out');
});

test('axe finds nothing, light and dark: setting a lock up, a locked row, unlocking, and the trail', async ({
  launch,
}) => {
  const { window } = await launch();
  const check = axeOn(window);
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ben'));
  await screen.accounts.choose('Ben', 'Lock with a PIN…');
  await expect(window.getByRole('dialog', { name: 'A lock for Ben' })).toBeVisible();
  await check('setting a lock up');
  await window.keyboard.press('Escape');
  await setUpPin(screen, 'Ben', pin);
  await screen.accounts.choose('Ben', 'Lock');
  await expect(screen.accounts.row('Ben')).toContainText('Locked');
  await check('a locked row');
  await screen.accounts.row('Ben').click();
  const unlock = new UnlockDialog(window, 'Ben');
  await unlock.guess('000000');
  await expect(unlock.alert).toBeVisible();
  await check('unlocking');
  await unlock.guess(pin);
  await expect(unlock.dialog).toBeHidden();
  await (await screen.openSettings()).dialog.getByRole('button', { name: 'Look at it…' }).click();
  await expect(window.getByRole('dialog', { name: 'Audit trail' })).toBeVisible();
  await check('the trail');
});
