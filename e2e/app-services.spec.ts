import { startDirectoryServer, type DirectoryServer } from './fixtures/directory-server.ts';
import { canary } from './fixtures/canaries.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

// Each test runs Hotseat and a server, and some of them twice.
test.describe.configure({ timeout: 120_000 });

let server: DirectoryServer;
test.afterEach(() => server.stop());

const addServer = async (screen: HotseatScreen): Promise<void> => {
  const settings = await screen.openSettings();
  const form = await settings.addService();
  await form.fillServer({ name: 'Shop', baseUrl: server.baseUrl, appId: 'hotseat-directory' });
  await form.checkAndAdd();
  await expect(settings.service('Shop')).toBeVisible();
  await settings.close();
};

test('an account of a server elsewhere: confirmed by mail, its password forgotten and set anew', async ({
  launch,
}) => {
  server = await startDirectoryServer(['--confirmation', 'email']);
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await addServer(screen);
  const ana = person('Ana');
  const dialog = await screen.openAddAccount();
  await dialog.chooseService('Shop');
  await dialog.submitCreateAccount(ana);
  await expect(dialog.alert).toContainText('confirm');
  const confirmation = await server.lastMail();
  await dialog.help.askForConfirmation();
  expect((await server.lastMail()).token, 'a second mail, another token').not.toBe(confirmation.token);
  await dialog.help.confirm(await server.lastMail());
  await dialog.submitLogIn(ana);
  await dialog.dialog.waitFor({ state: 'detached' });
  await expect(screen.activeUser).toContainText('Ana');
  await expect(screen.activeUser).toContainText('Shop');

  await screen.accounts.choose('Ana', 'Log out');
  await screen.accounts.choose('Ana', 'Log in again');
  const again = new AccountDialog(window, 'Log in again as Ana');
  await again.help.askForReset(ana.email);
  const password = canary('Ana', 'password');
  await again.help.reset(await server.lastMail(), password);
  await again.submitPassword(password);
  await expect(screen.activeUser).toContainText('Ana');
});

test('T18, T35: an anonymous account gains a way in, makes a key that the window never sees, and the key logs in', async ({
  launch,
}) => {
  server = await startDirectoryServer();
  const { app, window } = await launch();
  const screen = new HotseatScreen(window);
  await addServer(screen);
  const dialog = await screen.openAddAccount();
  await dialog.chooseService('Shop');
  await dialog.dialog.getByRole('button', { name: 'Continue anonymously' }).click();
  await expect(screen.activeUser).toContainText('Anonymous 1');

  const ben = person('Ben');
  const nameless = await screen.openDetails('Anonymous 1');
  await nameless.linkEmail(ben.email, ben.password);
  const details = await screen.detailsNow(ben.email);
  await expect(details.waysIn).toHaveCount(2);
  await details.createApiKey('scripts');
  const key = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(key.length, 'the key is in the clipboard').toBeGreaterThan(20);
  expect(await window.content(), 'and not in the window').not.toContain(key);
  await details.dialog.getByRole('button', { name: 'Close' }).click();

  await screen.accounts.choose(ben.email, 'Log out');
  await expect(screen.accounts.row(ben.email)).toContainText('Logged out');
  const byKey = await screen.openAddAccount();
  await byKey.chooseService('Shop');
  await byKey.submitApiKey(key);
  await expect(screen.activeUser).toContainText(ben.email);
  await expect(screen.accounts.rows, 'the same user').toHaveCount(1);
});

test('T34: a revoked session logs its user out, whoever is active, and a disabled account is told so', async ({
  launch,
}) => {
  server = await startDirectoryServer();
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await addServer(screen);
  const [ana, ben] = [person('Ana'), person('Ben')];
  for (const who of [ana, ben]) {
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Shop');
    await dialog.submitCreateAccount(who);
    await expect(screen.activeUser).toContainText(who.name);
  }
  await server.admin(`revoke ${ana.email}`);
  const details = await screen.openDetails('Ana');
  // The details ask the service for the keys of the account, and hear that the session is over.
  await expect(details.linkButton).toHaveCount(0);
  await details.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(screen.accounts.row('Ana')).toContainText('Logged out');
  await expect(screen.activeUser).toContainText('Ben');

  await server.admin(`disable ${ana.email}`);
  await screen.accounts.choose('Ana', 'Log in again');
  const again = new AccountDialog(window, 'Log in again as Ana');
  await again.submitPassword(ana.password);
  await expect(again.alert).toContainText('disabled');
  await server.admin(`enable ${ana.email}`);
  await again.submitPassword(ana.password);
  await expect(screen.activeUser).toContainText('Ana');
});

test('a service is refused, edited and removed, and its accounts are named first', async ({ launch }) => {
  server = await startDirectoryServer();
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const settings = await screen.openSettings();
  const form = await settings.addService();
  await form.fillServer({ name: 'Shop', baseUrl: 'http://shop.example.test', appId: 'x' });
  await form.checkButton.click();
  await expect(form.alert).toContainText('https');
  await form.field('Base URL').fill(server.baseUrl);
  await form.checkButton.click();
  await expect(form.alert, 'an app that is not there').toBeVisible();
  await form.field('App id').fill('hotseat-directory');
  await form.checkAndAdd();
  await settings.close();

  const ana = person('Ana');
  const dialog = await screen.openAddAccount();
  await dialog.chooseService('Shop');
  await dialog.submitCreateAccount(ana);
  await expect(screen.activeUser).toContainText('Ana');

  const later = await screen.openSettings();
  const edit = await later.editService('Shop');
  await edit.field('Name').fill('Market');
  await edit.saveButton.click();
  await expect(later.service('Market')).toBeVisible();
  const question = await later.askToRemove('Market');
  await expect(question).toContainText('Ana');
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(later.service('Market')).toHaveCount(0);
  await later.close();
  await expect(window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
});
