import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/hotseat.ts';
import { startOtherKeyring } from './fixtures/other-keyring.ts';
import { person } from './fixtures/person.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { onlyNotebook } from './screens/notebook.ts';

/** No session bus, so no keyring: `disabled:` keeps the app from starting a bus of its own. */
const withoutKeyring = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

test('B1: without a keyring sessions stay in memory, nothing is written, and the window says why', async ({
  launch,
}) => {
  const first = await launch({ env: withoutKeyring });
  const screen = new HotseatScreen(first.window);
  await screen.createAccount(person('Ana'));
  await expect(screen.activeUser).toContainText('Ana');
  await expect(screen.sessionStorage).toContainText(/memory only/u);
  await expect(screen.sessionStorage).toContainText(/install a keyring/u);
  await expect(screen.sessionStorage.getByRole('button', { name: 'Check again' })).toBeVisible();
  expect(await readdir(join(first.profile, 'sessions')).catch(() => [])).toEqual([]);
  await first.close();

  const second = await launch({ profile: first.profile, env: withoutKeyring });
  const after = new HotseatScreen(second.window);
  await expect(after.accounts.row('Ana')).toContainText('Logged out');
  await expect(after.activeUser).toContainText('Nobody is active');
});

test('the settings say how sessions are kept, and try it', async ({ launch }) => {
  const { window } = await launch();
  const settings = await new HotseatScreen(window).openSettings();
  const kept = settings.dialog.getByRole('region', { name: 'How sessions are kept' });
  await expect(kept).toContainText('encrypted with a key from your keyring');
  await kept.getByRole('button', { name: 'Check again' }).click();
  await expect(kept.getByRole('status')).toHaveText(/sealed with it, and opened again/u);
});

test('B2: with the keyring away sessions are kept untouched; when it is back they work', async ({
  launch,
}) => {
  const first = await launch();
  const screen = new HotseatScreen(first.window);
  await screen.createAccount(person('Ana'));
  const notebook = await screen.notebookOf('Ana');
  await notebook.add('still here');
  await expect(notebook.notes).toHaveCount(1);
  await first.close();

  const second = await launch({ profile: first.profile, env: withoutKeyring });
  const away = new HotseatScreen(second.window);
  await expect(away.accounts.row('Ana')).toContainText('Active');
  await expect((await onlyNotebook(second.window)).alert).toContainText(/keyring/iu);
  await second.close();

  const third = await launch({ profile: first.profile });
  const back = new HotseatScreen(third.window);
  await expect((await back.notebookOf('Ana')).notes).toHaveCount(1);
});

test('B3: another keyring is told of; begun with, accounts log in once more, and the old one opens nothing new', async ({
  launch,
}) => {
  const first = await launch();
  const screen = new HotseatScreen(first.window);
  const ana = person('Ana');
  await screen.createAccount(ana);
  await (await screen.notebookOf('Ana')).add('still here');
  await first.close();

  const other = await startOtherKeyring();
  try {
    const second = await launch({ profile: first.profile, env: other.env });
    const away = new HotseatScreen(second.window);
    await expect(away.sessionStorage).toContainText('Another keyring is here than before', {
      timeout: 15_000,
    });
    await away.sessionStorage.getByRole('button', { name: 'Begin with this keyring' }).click();
    await expect(away.sessionStorage).toContainText('encrypted with a key from your keyring');
    expect(await readdir(join(first.profile, 'secrets', 'quarantine'))).toHaveLength(1);
    await away.accounts.choose('Ana', 'Log in again');
    await new AccountDialog(second.window, 'Log in again as Ana').submitPassword(ana.password);
    // The page has said that it cannot be read, and goes on saying so until it is asked again.
    await expect(away.accounts.row('Ana').getByRole('button', { name: /Needs attention/u })).toBeHidden();
    await second.window.getByRole('button', { name: 'Reload' }).click();
    await expect((await away.notebookOf('Ana')).notes).toHaveCount(1);
    await second.close();

    const third = await launch({ profile: first.profile, env: other.env });
    const after = new HotseatScreen(third.window);
    await expect((await after.notebookOf('Ana')).notes).toHaveCount(1);
    await third.close();
  } finally {
    await other.stop();
  }
});
