import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { writeStoredFile } from './fixtures/stored-file.ts';
import { titlesOf } from './fixtures/window-titles.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('bad input gets a sentence, keeps what was typed but a password that was sent, and changes nothing', async ({
  launch,
}) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const ana = person('Ana');
  await screen.createAccount(ana);
  const dialog = await screen.openAddAccount();
  const attempts = [
    {
      how: 'wrong password',
      submit: 'logIn',
      email: ana.email,
      password: person('X').password,
      says: /not right/u,
    },
    {
      how: 'unknown e-mail',
      submit: 'logIn',
      email: person('Y').email,
      password: ana.password,
      says: /not right/u,
    },
    { how: 'taken e-mail', submit: 'create', email: ana.email, password: ana.password, says: /already/u },
    { how: 'empty e-mail', submit: 'create', email: '', password: ana.password, says: /e-mail is missing/u },
    { how: 'empty password', submit: 'create', email: ana.email, password: '', says: /password is missing/u },
    {
      how: 'short password',
      submit: 'create',
      email: person('Z').email,
      password: 'abc',
      says: /too short/u,
    },
    {
      how: 'not an e-mail',
      submit: 'create',
      email: 'ana at home',
      password: ana.password,
      says: /not an e-mail/u,
    },
    {
      how: 'bidi in the e-mail',
      submit: 'create',
      email: 'a\u202Eb@x.org',
      password: ana.password,
      says: /e-mail/u,
    },
    {
      how: 'long e-mail',
      submit: 'create',
      email: `${'a'.repeat(400)}@x.org`,
      password: ana.password,
      says: /too long/u,
    },
  ] as const;
  for (const { how, submit, email, password, says } of attempts) {
    await test.step(how, async () => {
      if (submit === 'logIn') await dialog.submitLogIn({ email, password });
      else await dialog.submitCreateAccount({ email, password });
      await expect(dialog.dialog).toContainText(says);
      await expect(dialog.email).toHaveValue(email);
      const isSent = !/empty|long/u.test(how);
      await expect(dialog.password).toHaveValue(isSent ? '' : password);
    });
  }
  await expect(screen.accounts.grid.locator('[role=row]')).toHaveCount(1);
});

test('F5: a name is text wherever it stands, whatever it would like to be', async ({ launch }) => {
  test.setTimeout(180_000);
  const hotseat = await launch();
  const { window: page } = hotseat;
  const screen = new HotseatScreen(page);
  const attack = '<img src=x onerror=document.title=1>';
  const other = '<script>document.title=2</script><svg/onload=document.title=3>&lt;${7*7}{{7*7}}';
  await screen.createAccount({ ...person('Ana'), name: attack });
  await screen.createAccount({ ...person('Ben'), name: other });
  await expect(screen.accounts.row(attack)).toContainText(attack);
  await expect(screen.activeUser).toContainText(other);
  await screen.accounts.choose(other, 'Rename…');
  await page.getByRole('dialog').getByRole('textbox').fill(`${attack} again`);
  await page.keyboard.press('Enter');
  await expect(screen.activeUser).toContainText(`${attack} again`);
  await expect
    .poll(() => titlesOf(hotseat.pid))
    .toEqual([expect.stringMatching(/^<img src=x .* — Hotseat$/u)]);
  expect(await page.locator('[onerror], [onload], img[src="x"]').count(), 'no element came of it').toBe(0);
  expect(
    await page.evaluate(() => [...document.scripts].filter(({ src }) => !src.startsWith('app:')).length),
  ).toBe(0);
  expect(await page.evaluate(() => document.title)).not.toMatch(/^[123]$/u);
});

test('a directory that is down is told, and what was typed is kept', async ({ launch }) => {
  const profile = await newProfile();
  await writeFile(join(profile, 'directory'), 'not a folder');
  const { window } = await launch({ profile });
  const screen = new HotseatScreen(window);
  const ana = person('Ana');
  const dialog = await screen.openAddAccount();
  await dialog.submitLogIn(ana);
  await expect(dialog.alert).toContainText(/cannot be reached|failure/u, { timeout: 20_000 });
  await expect(dialog.email).toHaveValue(ana.email);
});

test('a disk that refuses a switch: the active user stays, and the next try works', async ({ launch }) => {
  const { window, profile } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  // In the way of both files that could take it, whoever runs the test; really full disks are main/storage's tests.
  const inTheWay = ['active.journal', 'active.new.json'].map((name) => join(profile, 'registry', name));
  for (const path of inTheWay) {
    await rm(path, { force: true });
    await mkdir(join(path, 'full'), { recursive: true });
  }
  await screen.accounts.row('Ana').click();
  await expect(screen.alert.first()).toContainText(/could not be saved|may not write/u);
  await expect(screen.activeUser).toContainText('Ben');
  for (const path of inTheWay) await rm(path, { recursive: true });
  await screen.accounts.row('Ana').click();
  await expect(screen.activeUser).toContainText('Ana');
});

test('T15: a second start brings the first forward, and says so', async ({ launch }) => {
  const first = await launch();
  await expect(new HotseatScreen(first.window).addAccountButton).toBeVisible();
  await expect(launch({ profile: first.profile })).rejects.toThrow(/already running/u);
});

test('accounts of a newer Hotseat are left as they are, with a sentence', async ({ launch }) => {
  const profile = await newProfile();
  const path = await writeStoredFile(profile, 'accounts', { version: 99, of: 'the future' });
  const before = await readFile(path, 'utf8');
  const hotseat = await launch({ profile });
  const { window } = hotseat;
  await expect(window.getByText(/written by a newer Hotseat/u)).toBeVisible();
  const screen = new HotseatScreen(window);
  const dialog = await screen.openAddAccount();
  await dialog.submitCreateAccount(person('Ana'));
  await expect(dialog.dialog).toContainText(/newer Hotseat/u);
  await hotseat.close();
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('a damaged list of accounts comes back from the copy before it, and that is told', async ({
  launch,
}) => {
  const first = await launch();
  const before = new HotseatScreen(first.window);
  await before.createAccount(person('Ana'));
  await before.createAccount(person('Ben'));
  await first.close();
  const path = join(first.profile, 'registry', 'accounts-1.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('authenticated', 'authentiCated'));
  const second = await launch({ profile: first.profile });
  const after = new HotseatScreen(second.window);
  await expect(second.window.getByText(/damaged and was restored/u)).toBeVisible();
  await expect(after.accounts.row('Ana')).toBeVisible();
  await second.window
    .getByRole('button', { name: /^Dismiss/u })
    .first()
    .click();
  await expect(second.window.getByText(/damaged and was restored/u)).toBeHidden();
});
