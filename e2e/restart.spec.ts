import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canary } from './fixtures/canaries.ts';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { onlyNotebook } from './screens/notebook.ts';

test('after a quit everybody is back: order, states, the active user, and sessions that still work', async ({
  launch,
}) => {
  const first = await launch();
  const before = new HotseatScreen(first.window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await before.createAccount(person(name));
  await before.accounts.choose('Cleo', 'Log out');
  await before.accounts.row('Ana').click();
  const note = canary('Ana', 'note');
  const notebook = await before.notebookOf('Ana');
  await notebook.add(note);
  await expect(notebook.notes).toHaveCount(1);
  await expect(before.sessionStorage).toContainText(/keyring|Secret Service/iu);
  await first.close();

  const second = await launch({ profile: first.profile });
  const after = new HotseatScreen(second.window);
  await expect(after.activeUser).toContainText('Ana');
  await expect(after.accounts.rows).toHaveText([/Ana.*Active/u, /Ben.*Inactive/u, /Cleo.*Logged out/u]);
  const anas = await after.notebookOf('Ana');
  await expect(anas.notes, 'the session works without logging in').toHaveText([new RegExp(note, 'u')]);
  await after.accounts.row('Ben').click();
  await expect((await after.notebookOf('Ben')).region).toContainText(/nothing/iu);
});

test('a removed account does not come back, and leaves nothing but the directory’s own record', async ({
  launch,
}) => {
  const first = await launch();
  const before = new HotseatScreen(first.window);
  const ben = person('Ben');
  await before.createAccount(person('Ana'));
  await before.createAccount(ben);
  await before.remove('Ben');
  await expect(before.accounts.rows).toHaveCount(1);
  await first.close();
  const second = await launch({ profile: first.profile });
  const after = new HotseatScreen(second.window);
  await expect(after.accounts.rows).toHaveCount(1);
  await second.close();
  const holding = await filesHolding(first.profile, ben.email);
  expect(holding.filter((path) => !path.startsWith('directory'))).toEqual([]);
});

test('SIGKILL at any moment of switching loses nobody, and what was answered stays', async ({ launch }) => {
  test.setTimeout(180_000);
  const profile = await newProfile();
  const start = await launch({ profile });
  const names = ['Ana', 'Ben', 'Cleo'];
  const screen = new HotseatScreen(start.window);
  for (const name of names) await screen.createAccount(person(name));
  await start.close();
  for (const killAfterMs of [0, 7, 31]) {
    const hotseat = await launch({ profile });
    await expect(new HotseatScreen(hotseat.window).accounts.rows).toHaveCount(3);
    // From inside the page, as fast as it goes, so that the kill falls into the middle of it.
    const answered = await hotseat.window.evaluate(async () => {
      const snapshot = await window.hotseat.snapshot();
      const ids = snapshot.ok ? snapshot.value.users.map(({ id }) => id) : [];
      let count = 0;
      const round = async () => {
        for (const userId of ids) if ((await window.hotseat.execute('switchTo', { userId })).ok) count += 1;
      };
      await round();
      const burst = async () => {
        for (;;) await round();
      };
      void burst();
      return count;
    });
    expect(answered).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, killAfterMs));
    await hotseat.kill();
    const again = await launch({ profile });
    const after = new HotseatScreen(again.window);
    await expect(after.accounts.rows).toHaveCount(3);
    await expect(after.accounts.grid.getByRole('row', { name: /^(Ana|Ben|Cleo).*Active/u })).toHaveCount(1);
    await expect((await onlyNotebook(again.window)).region).toContainText(/nothing/iu);
    await again.close();
  }
});

test('SIGKILL right after an answer keeps what was answered', async ({ launch }) => {
  const first = await launch();
  const screen = new HotseatScreen(first.window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  await screen.accounts.row('Ana').click();
  await expect(screen.activeUser).toContainText('Ana');
  await first.kill();
  const second = await launch({ profile: first.profile });
  const after = new HotseatScreen(second.window);
  await expect(after.activeUser).toContainText('Ana');
  await expect(after.accounts.rows).toHaveCount(2);
  const answered = await second.window.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    const ben = snapshot.ok ? snapshot.value.users[1] : undefined;
    return ben && window.hotseat.execute('logOut', { userId: ben.id });
  });
  expect(answered?.ok).toBe(true);
  await second.kill();
  const third = await launch({ profile: first.profile });
  await expect(new HotseatScreen(third.window).accounts.row('Ben')).toContainText('Logged out');
});

const filesHolding = async (folder: string, text: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(text)) holding.push(path.slice(folder.length + 1));
  }
  return holding;
};
