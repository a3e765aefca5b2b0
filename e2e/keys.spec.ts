import { expect, test, type Hotseat } from './fixtures/hotseat.ts';
import { hasPageFocus } from './fixtures/page-in-sight.ts';
import { person } from './fixtures/person.ts';
import { digitKeycode, focusWindowOf, pressKeys, setKeyboardLayout } from './fixtures/real-keys.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

const focus = async ({ pid }: Hotseat) => focusWindowOf(pid);

test.afterEach(() => setKeyboardLayout('us'));

test('Ctrl and a digit switch to the nth account, on any layout, by the physical key', async ({ launch }) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await focus(hotseat);
  await pressKeys('ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
  for (const layout of ['us', 'fr', 'de']) {
    await setKeyboardLayout(layout);
    await pressKeys(`ctrl+${digitKeycode(2)}`);
    await expect(screen.activeUser, layout).toContainText('Ben');
    await pressKeys(`ctrl+${digitKeycode(3)}`);
    await expect(screen.activeUser, layout).toContainText('Cleo');
  }
  await setKeyboardLayout('us');
  await pressKeys(
    `ctrl+${digitKeycode(9)}`,
    `ctrl+shift+${digitKeycode(1)}`,
    `ctrl+alt+${digitKeycode(1)}`,
    '1',
  );
  await pressKeys(`ctrl+${digitKeycode(2)}`);
  await expect(screen.activeUser, 'past the list, and with other modifiers, nothing happens').toContainText(
    'Ben',
  );
});

test('digits count logged-out rows, and one on such a row opens log in again', async ({ launch }) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await screen.accounts.choose('Ben', 'Log out');
  await expect(screen.accounts.row('Ben')).toContainText('Logged out');
  await focus(hotseat);
  await pressKeys('ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
  await pressKeys('ctrl+3');
  await expect(screen.activeUser).toContainText('Cleo');
  await pressKeys('ctrl+2');
  await expect(new AccountDialog(hotseat.window, 'Log in again as Ben').dialog).toBeVisible();
  await expect(screen.activeUser).toContainText('Cleo');
});

test('digits switch while a text field has the focus, and type nothing into it', async ({ launch }) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  for (const name of ['Ana', 'Ben']) await screen.createAccount(person(name));
  await focus(hotseat);
  await (await screen.notebookOf('Ben')).newNote.click();
  await pressKeys('F6');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);
  await pressKeys('h', 'i', 'ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
  await expect((await screen.notebookOf('Ana')).newNote).toHaveValue('');
  await pressKeys('ctrl+2');
  await expect((await screen.notebookOf('Ben')).newNote).toHaveValue('hi');
});

test('Ctrl+N adds an account, Escape leaves, and everything can be done by keys alone', async ({
  launch,
}) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  await focus(hotseat);
  await pressKeys('ctrl+n');
  const dialog = new AccountDialog(hotseat.window);
  await expect(dialog.dialog).toBeVisible();
  await pressKeys('Escape');
  await expect(dialog.dialog).toBeHidden();
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  await screen.accounts.rows.first().focus();
  await pressKeys('Return');
  await expect(screen.activeUser).toContainText('Ana');
  await pressKeys('Down', 'Return');
  await expect(screen.activeUser).toContainText('Ben');
});
