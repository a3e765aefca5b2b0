import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
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
