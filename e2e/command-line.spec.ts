import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { hasProgram, noTerminal, runHotseat } from './fixtures/terminal.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

test.skip(process.platform !== 'linux' || !hasProgram, noTerminal);

// A command is a process of its own, and on a busy computer each takes a second or two.
test.setTimeout(240_000);

const pin = '493716';
const socketOf = (profile: string) => join(profile, 'command-line', 'hotseat.sock');

const withAccounts = async (hotseat: Hotseat, ...names: readonly string[]) => {
  const screen = new HotseatScreen(hotseat.window);
  const people = names.map((name) => person(name));
  for (const one of people) await screen.createAccount(one);
  await expect.poll(() => existsSync(socketOf(hotseat.profile))).toBe(true);
  const run = (...args: readonly string[]) => runHotseat(hotseat.profile, args);
  return { screen, people, run };
};

test('a terminal lists, switches and says who is active, while the window follows', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, people, run } = await withAccounts(hotseat, 'Ana', 'Ben', 'Cleo');
  const listed = await run('list');
  expect(listed).toMatchObject({ exitCode: 0, err: '' });
  expect(listed.out).toMatch(/1 {2}Ana .* Inactive\n2 {2}Ben .* Inactive\n3 {2}Cleo .* Active\n$/u);

  expect(await run('switch', 'ben')).toEqual({ exitCode: 0, out: 'Now active: Ben\n', err: '' });
  await expect(screen.activeUser).toContainText('Ben');
  expect(await run('next')).toMatchObject({ out: 'Now active: Cleo\n' });
  expect(await run('next')).toMatchObject({ out: 'Now active: Ana\n' });
  await expect(screen.activeUser).toContainText('Ana');
  expect((await run('whoami')).out).toMatch(/^Ana\n/u);
  expect(await run('switch', people[1]?.email ?? '')).toMatchObject({ exitCode: 0 });
  expect(await run('switch', '3')).toMatchObject({ out: 'Now active: Cleo\n' });

  const { out } = await run('list', '--json');
  const accounts: readonly { readonly id: string }[] = JSON.parse(out).accounts;
  expect(accounts).toMatchObject([{ number: 1, name: 'Ana' }, { name: 'Ben' }, { state: 'active' }]);
  expect(await run('switch', accounts[0]?.id ?? '')).toMatchObject({ out: 'Now active: Ana\n' });

  expect(await run('switch', 'Nobody')).toMatchObject({ exitCode: 4, out: '' });
  expect(await run('swich', 'Ana')).toMatchObject({ exitCode: 2, err: expect.stringContaining('“swich”') });
  expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({
    status: { accounts: 3, active: { name: 'Ana' }, storage: 'protected' },
  });
  expect((await run('completion', 'accounts')).out.split('\n')).toContain(people[0]?.email);
});

test('a terminal is answered in its language, and a script in none', async ({ launch }) => {
  const { profile, ...hotseat } = await launch();
  const { screen } = await withAccounts({ ...hotseat, profile }, 'Ana', 'Ben');
  const env = { LC_ALL: '', LC_MESSAGES: 'de_AT.UTF-8' };
  const inGerman = (...args: readonly string[]) => runHotseat(profile, args, { env });

  expect((await inGerman('list')).out).toMatch(/^# {2}Konto .*Zustand\n1 {2}Ana .* Inaktiv\n/u);
  expect(await inGerman('switch', 'ana')).toEqual({ exitCode: 0, out: 'Jetzt aktiv: Ana\n', err: '' });
  expect(await inGerman('swich', 'Ana')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('kennt den Befehl „swich“ nicht'),
  });
  expect((await inGerman('help')).out).toContain('hotseat switch <Konto>');
  const [german, english] = [await inGerman('list', '--json'), await runHotseat(profile, ['list', '--json'])];
  expect(german).toEqual(english);

  const removed = await runHotseat(profile, ['remove', 'Ben'], { env, typed: 'ja\n' });
  expect(removed).toMatchObject({ exitCode: 0, out: expect.stringContaining('Ben ist von diesem Computer') });
  await expect(screen.accounts.row('Ben')).toHaveCount(0);
});

test('a name of two accounts is refused with both, and nothing happens', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, run } = await withAccounts(hotseat, 'Ana');
  const dialog = await screen.openAddAccount();
  await dialog.submitCreateAccount({ ...person('Ana'), email: 'ana@work.example' });
  await expect(screen.accounts.rows).toHaveCount(2);
  const refused = await run('remove', 'Ana', '--yes');
  expect(refused).toMatchObject({ exitCode: 5, out: '', err: expect.stringContaining('ana@work.example') });
  await expect(screen.accounts.rows).toHaveCount(2);
  expect(await run('remove', 'ana@work.example', '--yes')).toMatchObject({ exitCode: 0 });
  await expect(screen.accounts.rows).toHaveCount(1);
});

test('E1: a locked account stays locked; the window comes up to unlock it', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, run } = await withAccounts(hotseat, 'Ana', 'Ben');
  expect(await run('lock')).toMatchObject({ exitCode: 1, err: expect.stringContaining('nothing to unlock') });
  await expect(hotseat.window.getByRole('dialog', { name: 'A lock for Ben' })).toBeVisible();
  await hotseat.window.keyboard.press('Escape');
  await setUpPin(screen, 'Ben', pin);
  expect(await run('lock')).toEqual({ exitCode: 0, out: 'Ben is locked.\n', err: '' });
  await expect(screen.activeUser).toContainText('Nobody is active');
  expect(await run('whoami')).toMatchObject({ exitCode: 3, out: 'Nobody is active.\n' });
  expect(await run('next')).toMatchObject({ out: 'Now active: Ana\n' });
  expect(await run('next')).toMatchObject({ exitCode: 3 });

  await hotseat.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await run('switch', 'Ben')).toMatchObject({
    exitCode: 6,
    err: expect.stringContaining('Unlock it'),
  });
  await expect(screen.activeUser).toContainText('Ana');
  const unlock = new UnlockDialog(hotseat.window, 'Ben');
  await expect(unlock.dialog).toBeVisible();
  await expect
    .poll(() => hotseat.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  await unlock.guess(pin);
  await expect(screen.activeUser).toContainText('Ben');
});

test('logging in goes on in the window, and a log out and a removal happen there too', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, people, run } = await withAccounts(hotseat, 'Ana', 'Ben');
  expect(await run('logout', 'Ben')).toMatchObject({ exitCode: 0, out: 'Ben is logged out.\n' });
  await expect(screen.accounts.row('Ben')).toContainText('Logged out');
  expect(await run('switch', 'Ben')).toMatchObject({ exitCode: 7 });
  expect(await run('login', 'Ben')).toMatchObject({ exitCode: 0 });
  await new AccountDialog(hotseat.window, 'Log in again as Ben').submitPassword(people[1]?.password ?? '');
  await expect(screen.activeUser).toContainText('Ben');
  expect(await run('login')).toMatchObject({ exitCode: 0 });
  await expect(hotseat.window.getByRole('dialog', { name: 'Add account' })).toBeVisible();
  await hotseat.window.keyboard.press('Escape');

  const asked = await run('remove', 'Ben');
  expect(asked, 'nobody is there to ask').toMatchObject({
    exitCode: 9,
    err: expect.stringContaining('--yes'),
  });
  expect(JSON.parse((await run('remove', 'Ben', '--json')).out)).toMatchObject({ kind: 'asksFirst' });
  // Ctrl+D: the input ends without an answer.
  const no = await runHotseat(hotseat.profile, ['remove', 'Ben'], { typed: '\u0004' });
  expect(no).toMatchObject({ exitCode: 9, out: expect.stringContaining('Remove Ben from this computer?') });
  await expect(screen.accounts.rows).toHaveCount(2);
  const yes = await runHotseat(hotseat.profile, ['remove', 'Ben'], { typed: 'y\n' });
  expect(yes).toMatchObject({ exitCode: 0, out: expect.stringContaining('Ben is removed') });
  await expect(screen.accounts.rows).toHaveCount(1);
});

test('the rules of a shared desk hold in a terminal', async ({ launch }) => {
  const profile = await newProfile();
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'policy.json'), JSON.stringify({ preset: 'shared' }));
  await chmod(join(profile, 'policy.json'), 0o644);
  const hotseat = await launch({ profile });
  const { screen, run } = await withAccounts(hotseat, 'Ana', 'Ben');
  await expect(screen.accounts.row('Ana')).toContainText('Locked');
  expect(await run('switch', 'Ana')).toMatchObject({ exitCode: 6 });
  expect(await run('remove', 'Ana', '--yes'), 'who is locked').toMatchObject({ exitCode: 6 });
  await expect(screen.accounts.rows).toHaveCount(2);
  expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({
    status: { locked: 1, switching: 'unlock', policy: 'held' },
  });
  await writeFile(join(profile, 'policy.json'), JSON.stringify({ switching: 'exclusive' }));
  await expect(async () => {
    expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({
      status: { switching: 'exclusive' },
    });
  }).toPass({ timeout: 20_000 });
  expect(await run('next')).toMatchObject({ exitCode: 3 });
});

test('a terminal and the window at once', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, run } = await withAccounts(hotseat, 'Ana', 'Ben', 'Cleo');
  const asked = ['Ana', 'Ben', 'Cleo'].flatMap((name) => [
    run('switch', name),
    screen.accounts.row(name).click(),
  ]);
  const ended = await Promise.all(asked);
  for (const one of ended) if (one) expect([0, 1]).toContain(one.exitCode);
  const [name = ''] = (await run('whoami')).out.split('\n');
  await expect(screen.activeUser).toContainText(name);
  await expect(screen.accounts.grid.getByRole('row', { name: / Active/u })).toHaveCount(1);
});

test('the socket is this person’s alone, and nothing of a session comes through it', async ({ launch }) => {
  test.skip(process.getuid?.() !== 0, 'only root can become somebody else');
  const hotseat = await launch();
  const { run } = await withAccounts(hotseat, 'Ana');
  const path = socketOf(hotseat.profile);
  const modeOf = (name: string) => (statSync(name).mode & 0o777).toString(8);
  expect(modeOf(join(hotseat.profile, 'command-line'))).toBe('700');
  expect(modeOf(path)).toBe('600');
  // Only the socket’s own folder is in the way.
  await chmod(hotseat.profile, 0o755);
  const attempt = (uid: number) =>
    spawnSync(
      process.execPath,
      [
        '-e',
        `require('node:net').connect(process.argv[1]).on('connect', () => { console.log('in'); process.exit(); }).on('error', ({ code }) => console.log(code))`,
        path,
      ],
      { uid, gid: uid, encoding: 'utf8' },
    ).stdout.trim();
  expect(attempt(65_534)).toBe('EACCES');
  expect(attempt(0), 'the look would see a way in').toBe('in');

  const connect = (line: string) =>
    spawnSync(
      process.execPath,
      [
        '-e',
        `const s = require('node:net').connect(process.argv[1]); s.pipe(process.stdout); s.on('error', () => {}); s.write(process.argv[2] === 'long' ? 'x'.repeat(1e6) : process.argv[2] + '\\n')`,
        path,
        line,
      ],
      { encoding: 'utf8', timeout: 20_000 },
    ).stdout;
  const refused = '{"kind":"notUnderstood"}\n';
  for (const line of [
    'nonsense',
    '[]',
    '{"protocol":1}',
    '{"protocol":2,"command":{"kind":"list"}}',
    '{"protocol":1,"command":{"kind":"unlock","account":"Ana"}}',
    '{"protocol":1,"command":{"kind":"list","token":true}}',
    '{"protocol":1,"command":{"kind":"list"},"__proto__":{"kind":"x"}}',
  ])
    expect(connect(line), line).toBe(refused);
  expect(connect('long')).toBe('');
  const answers = (await run('list', '--json')).out + (await run('status', '--json')).out;
  expect(answers).not.toMatch(/eyJ|token/iu);
});

/** The main processes that have the profile on their command line, which Chromium writes anew with spaces. */
const processesOf = (profile: string): readonly { readonly pid: number; readonly line: string }[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const isMain = line.includes(`--user-data-dir=${profile}`) && !line.includes('--type=');
        return isMain ? [{ pid: Number(name), line }] : [];
      } catch {
        return [];
      }
    });

test('where none runs one is started without a window, and one that was killed leaves nothing in the way', async () => {
  const profile = await newProfile();
  try {
    const listed = await runHotseat(profile, ['list'], { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
    expect(listed, 'without a display').toMatchObject({
      exitCode: 10,
      err: expect.stringContaining('no display'),
    });
    expect(await runHotseat(profile, ['completion', 'accounts'])).toEqual({ exitCode: 0, out: '', err: '' });
    expect(processesOf(profile), 'completing starts nothing').toEqual([]);

    const first = await runHotseat(profile, ['list']);
    expect(first).toMatchObject({ exitCode: 0, out: expect.stringContaining('no accounts yet') });
    const [running] = processesOf(profile);
    expect(running?.line).toContain('--for-a-command');
    const windows = () =>
      spawnSync('xdotool', ['search', '--onlyvisible', '--pid', String(running?.pid)], { encoding: 'utf8' })
        .stdout;
    expect(windows()).toBe('');
    expect(
      await runHotseat(profile, ['status'], {
        env: { DISPLAY: '', WAYLAND_DISPLAY: '', XDG_RUNTIME_DIR: '' },
      }),
      'as over the network',
    ).toMatchObject({ exitCode: 0 });

    process.kill(running?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => processesOf(profile)).toEqual([]);
    expect(existsSync(socketOf(profile)), 'a stale socket is there').toBe(true);
    expect(await runHotseat(profile, ['status'])).toMatchObject({ exitCode: 0 });
    const { out } = await runHotseat(profile, ['diagnose']);
    expect(out, 'the kill is known').toContain('1 run of Hotseat’s that did not come to an end.');

    expect(await runHotseat(profile, ['open'])).toMatchObject({ exitCode: 0 });
    const [again] = processesOf(profile);
    await expect
      .poll(
        () =>
          spawnSync('xdotool', ['search', '--onlyvisible', '--pid', String(again?.pid)], { encoding: 'utf8' })
            .stdout,
      )
      .not.toBe('');
  } finally {
    for (const { pid } of processesOf(profile)) process.kill(pid, 'SIGTERM');
    await expect.poll(() => processesOf(profile), { timeout: 20_000 }).toEqual([]);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
