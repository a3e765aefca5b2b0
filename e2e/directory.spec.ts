import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('a damaged directory is told as what it is, and left as it is', async ({ launch }) => {
  const profile = await newProfile();
  await mkdir(join(profile, 'directory'), { mode: 0o700 });
  await writeFile(
    join(profile, 'directory', 'directory.sqlite'),
    'not a database, but long enough to be one'.repeat(100),
  );
  const { window } = await launch({ profile });
  const screen = new HotseatScreen(window);
  const dialog = await screen.openAddAccount();
  await dialog.submitCreateAccount(person('Ana'));
  await expect(dialog.alert).toBeVisible({ timeout: 20_000 });
  await window.keyboard.press('Escape');
  await expect(window.getByText(/cannot be read from the disk/u)).toBeVisible();
});

test('a directory that dies comes back by itself, and accounts go on', async ({ launch }) => {
  const { app, window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const notebook = await screen.notebookOf('Ana');
  const killed = await app.evaluate(({ app: electron }) => {
    const directory = electron.getAppMetrics().find(({ name }) => name === 'Hotseat directory');
    if (directory) process.kill(directory.pid, 'SIGKILL');
    return directory !== undefined;
  });
  expect(killed).toBe(true);
  await expect(async () => {
    await notebook.add('written after the fall');
    await expect(notebook.notes.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
});
