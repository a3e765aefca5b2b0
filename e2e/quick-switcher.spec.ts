import { axeOn } from './fixtures/axe.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { viewsInSight } from './fixtures/native-view.ts';
import { hasPageFocus } from './fixtures/page-in-sight.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys, typeKeys } from './fixtures/real-keys.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';
import { QuickSwitcher } from './screens/quick-switcher.ts';

test.describe.configure({ timeout: 120_000 });

test('Ctrl+K, a few letters and Enter switch, from a page and back to one', async ({ launch }) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  const switcher = new QuickSwitcher(hotseat.window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await focusWindowOf(hotseat.pid);
  await (await screen.notebookOf('Cleo')).newNote.click();
  await pressKeys('F6');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);

  await pressKeys('ctrl+k');
  await expect(switcher.field).toBeFocused();
  await expect(switcher.rows.first(), 'who was active before is first').toContainText('Ben');
  await expect.poll(() => viewsInSight(hotseat.app), 'no page lies over it').toEqual([]);
  await typeKeys('an');
  await expect(switcher.chosen).toContainText('Ana');
  await pressKeys('Return');
  await expect(screen.activeUser).toContainText('Ana');
  await expect(switcher.dialog).toBeHidden();
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);

  await pressKeys('ctrl+k');
  await expect(switcher.field).toBeFocused();
  await pressKeys('Down', 'Return');
  await expect(screen.activeUser).toContainText('Ben');
  await pressKeys('ctrl+k');
  await expect(switcher.field).toBeFocused();
  await pressKeys('ctrl+3');
  await expect(screen.activeUser, 'digits keep their meaning').toContainText('Cleo');
  await expect(switcher.dialog).toBeHidden();
});

test('axe finds nothing in the quick switcher, light and dark, with and without matches', async ({
  launch,
}) => {
  const { window, pid } = await launch();
  await new HotseatScreen(window).createAccount(person('Ana'));
  await focusWindowOf(pid);
  await pressKeys('ctrl+k');
  const { field, chosen, dialog } = new QuickSwitcher(window);
  await expect(chosen).toContainText('Ana');
  await axeOn(window)('quick switcher');
  await field.fill('nobody at all');
  await expect(dialog.getByRole('status')).toBeVisible();
  await axeOn(window)('quick switcher without a match');
});

test('locked and logged-out accounts lead to their dialogs, and actions are found by what they do', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { window } = hotseat;
  const screen = new HotseatScreen(window);
  const switcher = new QuickSwitcher(window);
  const find = async (text: string) => {
    await pressKeys('ctrl+k');
    await expect(switcher.field).toBeFocused();
    await switcher.field.fill(text);
  };
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await setUpPin(screen, 'Ana', '493716');
  await focusWindowOf(hotseat.pid);

  await find('lock ana');
  await expect(switcher.chosen).toContainText('Lock Ana');
  await pressKeys('Return');
  await expect(screen.accounts.row('Ana')).toContainText('Locked');
  await find('ana');
  await expect(switcher.chosen).toContainText('Locked');
  await pressKeys('Return');
  await expect(new UnlockDialog(window, 'Ana').pin).toBeFocused();
  await pressKeys('Escape');

  await find('log out ben');
  await expect(switcher.chosen).toContainText('Log out Ben');
  await pressKeys('Return');
  await expect(screen.accounts.row('Ben')).toContainText('Logged out');
  await find('ben');
  await pressKeys('Return');
  await expect(new AccountDialog(window, 'Log in again as Ben').dialog).toBeVisible();
  await pressKeys('Escape');
  await expect(screen.activeUser, 'nothing of it switched').toContainText('Cleo');

  await find('add acc');
  await pressKeys('Return');
  await expect(new AccountDialog(window).dialog).toBeVisible();
  await pressKeys('Escape');
  await find('nobody at all');
  await expect(switcher.dialog.getByRole('status')).toHaveText('Nothing matches.');
  await pressKeys('Return', 'Escape');
  await expect(switcher.dialog).toBeHidden();
});
