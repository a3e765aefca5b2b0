import { canary } from './fixtures/canaries.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('a new person adds two accounts, switches by click and by Enter, and sees who is active', async ({
  launch,
}) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const [ana, ben] = [person('Ana'), person('Ben')];
  await expect(window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
  await expect(screen.activeUser).toContainText('Nobody is active');
  await expect.poll(() => window.title()).toBe('Hotseat');

  await screen.createAccount(ana);
  await expect(screen.accounts.row('Ana')).toContainText('Active');
  await screen.createAccount(ben);
  await expect(screen.accounts.rows).toHaveCount(2);
  await expect(screen.accounts.row('Ben')).toContainText('Active');
  await expect(screen.accounts.row('Ana')).toContainText('Inactive');
  await expect(screen.activeUser).toContainText('Ben');
  await expect(screen.activeUser).toContainText(ben.email);
  await expect(screen.activeUser).toContainText('This computer');
  await expect.poll(() => window.title()).toBe('Ben — Hotseat');

  await screen.accounts.row('Ana').click();
  await expect(screen.activeUser).toContainText('Ana');
  await expect.poll(() => window.title()).toBe('Ana — Hotseat');
  await expect(window.getByText('Now active: Ana', { exact: true })).toBeAttached();

  await screen.accounts.row('Ben').focus();
  await window.keyboard.press('Enter');
  await expect(screen.activeUser).toContainText('Ben');
});

test('each row says its name first and its state in words', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  await screen.accounts.choose('Ana', 'Log out');
  await expect(screen.accounts.grid.getByRole('row', { name: /^Ana\b.*Logged out/u })).toBeVisible();
  await expect(screen.accounts.grid.getByRole('row', { name: /^Ben\b.*Active/u })).toBeVisible();
});

test('the notebook is the active user’s own, and a draft waits for its author', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const [secretOfAna, secretOfBen] = [canary('Ana', 'note'), canary('Ben', 'note')];
  const anas = await screen.notebookOf('Ana');
  await anas.add(secretOfAna);
  await expect(anas.notes).toHaveText([new RegExp(secretOfAna, 'u')]);
  await anas.newNote.fill('half a thought');

  await screen.createAccount(person('Ben'));
  const bens = await screen.notebookOf('Ben');
  await expect(bens.newNote).toHaveValue('');
  await expect(bens.notes).toHaveCount(0);
  await bens.add(secretOfBen);
  await expect(bens.notes).toHaveText([new RegExp(secretOfBen, 'u')]);

  await screen.accounts.row('Ana').click();
  const again = await screen.notebookOf('Ana');
  await expect(again.notes).toHaveText([new RegExp(secretOfAna, 'u')]);
  await expect(again.newNote).toHaveValue('half a thought');

  await again.region.getByRole('button', { name: /^Remove note: / }).click();
  await expect(again.notes).toHaveCount(0);
  await screen.accounts.row('Ben').click();
  await expect((await screen.notebookOf('Ben')).notes).toHaveCount(1);
});

test('log out keeps the account in the list; logging in again is the same identity', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const [ana, ben] = [person('Ana'), person('Ben')];
  await screen.createAccount(ana);
  await screen.createAccount(ben);
  await screen.accounts.choose('Ben', 'Log out');
  await expect(screen.accounts.row('Ben')).toContainText('Logged out');
  await expect(screen.activeUser, 'the most recently used user follows').toContainText('Ana');

  await screen.accounts.row('Ben').click();
  const again = new AccountDialog(window, 'Log in again as Ben');
  await again.submitPassword(canary('Ben', 'password'));
  await expect(
    again.dialog
      .getByRole('alert')
      .or(again.dialog.getByText(/not right/u))
      .first(),
  ).toBeVisible();
  await expect(again.password).toHaveValue('');
  await again.submitPassword(ben.password);
  await expect(screen.activeUser).toContainText('Ben');
  await expect(screen.accounts.rows).toHaveCount(2);
  await expect(screen.accounts.rows.nth(1)).toContainText('Ben');
});

test('remove asks first, erases the account here, and leaves it at its service', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const [ana, ben] = [person('Ana'), person('Ben')];
  await screen.createAccount(ana);
  await screen.createAccount(ben);
  await screen.accounts.choose('Ben', 'Remove from this computer…');
  await screen.removal('Ben').getByRole('button', { name: 'Cancel' }).click();
  await expect(screen.accounts.rows).toHaveCount(2);
  await screen.remove('Ben');
  await expect(screen.accounts.rows).toHaveCount(1);
  await expect(screen.activeUser).toContainText('Ana');

  const dialog = await screen.openAddAccount();
  await dialog.submitLogIn(ben);
  await expect(screen.activeUser).toContainText('Ben');
  await expect(screen.accounts.rows).toHaveCount(2);
});

test('delete account deletes it at its service too', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const ana = person('Ana');
  await screen.createAccount(ana);
  await screen.accounts.choose('Ana', 'Delete account…');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete account' }).click();
  await expect(window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
  const dialog = await screen.openAddAccount();
  await dialog.submitLogIn(ana);
  await expect(dialog.dialog).toContainText(/not right/u);
});

test('a nickname is shown everywhere, and the initials of two accounts never collide', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Emma Stone'));
  await screen.createAccount(person('Ella Stone'));
  await screen.accounts.choose('Ella Stone', 'Rename…');
  const rename = window.getByRole('dialog', { name: 'Rename Ella Stone' });
  await rename.getByLabel('Nickname').fill('Clinic');
  await rename.getByRole('button', { name: 'Save' }).click();
  await expect(screen.accounts.row('Clinic')).toBeVisible();
  await expect(screen.activeUser).toContainText('Clinic');
  await expect.poll(() => window.title()).toBe('Clinic — Hotseat');
});

test('an anonymous user needs nothing, and is removed by its log out', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const dialog = await screen.openAddAccount();
  await dialog.dialog.getByRole('button', { name: 'Continue anonymously' }).click();
  await expect(screen.activeUser).toContainText('Anonymous 1');
  await screen.accounts.choose('Anonymous 1', 'Log out');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Log out' }).click();
  await expect(window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
});
