import { existsSync } from 'node:fs';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeOn } from './fixtures/axe.ts';
import { canary } from './fixtures/canaries.ts';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { hasProgram, noTerminal, runHotseat } from './fixtures/terminal.ts';
import { startWebSite, type WebSite } from './fixtures/web-site.ts';
import { Diagnosis } from './screens/diagnosis.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin } from './screens/locks.ts';

test.describe.configure({ timeout: 240_000 });

let site: WebSite;

test.beforeEach(async () => {
  site = await startWebSite();
});
test.afterEach(() => site.stop());

const addWebsite = async (screen: HotseatScreen, name: string): Promise<void> => {
  const settings = await screen.openSettings();
  const form = await settings.addService();
  await form.fillWebsite({ name, url: `${site.origin}/other` });
  await form.checkAndAdd();
  await settings.close();
};

test('the window checks what Hotseat needs, and shows word for word what would be saved, without a name', async ({
  launch,
}, { outputDir }) => {
  const { app, window, profile } = await launch();
  const screen = new HotseatScreen(window);
  const ana = { ...person('Ana'), name: canary('ana', 'name') };
  const siteName = canary('site', 'name');
  await screen.createAccount(ana);
  await addWebsite(screen, siteName);

  const settings = await screen.openSettings();
  await settings.search.fill('diagnos');
  await expect(settings.dialog.getByRole('region')).toHaveCount(1);
  await settings.section('Diagnosis').getByRole('button', { name: 'Diagnose…' }).click();
  const diagnosis = new Diagnosis(window);
  await expect(diagnosis.checks).toHaveCount(11);
  await expect(diagnosis.outcome).toHaveText('Everything is in order.');
  for (const [number, text] of [
    [1, 'They are yours alone'],
    [2, 'all as they were written'],
    [3, 'sealed, and opened again'],
    [4, 'All are there'],
    [5, 'agrees with a service’s'],
    [10, 'Electron'],
    [11, 'None in the last 7 days'],
  ] as const) {
    await expect(diagnosis.check(number)).toContainText('In order');
    await expect(diagnosis.check(number)).toContainText(text);
  }

  await test.step('what is shown is what is saved and copied', async () => {
    const shown = (await diagnosis.text.textContent()) ?? '';
    expect(shown).toContain('# Hotseat diagnosis');
    expect(shown).toContain('2 website reached]');
    const { hostname, host } = new URL(site.origin);
    for (const told of ['canary', ana.name, ana.email, siteName, hostname, profile])
      expect(shown.toLowerCase()).not.toContain(told.toLowerCase());

    const file = join(profile, 'saved.txt');
    await app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath }) });
    }, file);
    await diagnosis.press('Save…');
    await expect(diagnosis.dialog.getByText('Saved, for you alone to read.')).toBeVisible();
    expect(await readFile(file, 'utf8')).toBe(shown);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await diagnosis.press('Copy');
    await expect(diagnosis.dialog.getByText('Copied.')).toBeVisible();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown);

    await diagnosis.withAddresses.click();
    await expect(diagnosis.text).toContainText(`2 website reached http://${host}]`);
    await expect(diagnosis.text).not.toContainText(siteName);
  });

  await test.step('what is wrong is said, with what to do', async () => {
    await site.stop();
    await chmod(join(profile, 'registry'), 0o755);
    await writeFile(join(profile, 'services', 'services.json'), '{');
    await diagnosis.press('Check again');
    await expect(diagnosis.outcome).toHaveText('3 checks failed. What to do is said with each.');
    await expect(diagnosis.check(1)).toContainText('Others on this computer may look into “registry”');
    await expect(diagnosis.check(2)).toContainText('1 file in “services” not as written');
    await expect(diagnosis.check(4)).toContainText('Service 2 cannot be reached.');
  });

  await test.step('nothing for axe to find, wide and narrow', async () => {
    const isAccessible = axeOn(window);
    await isAccessible('wide');
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme });
      await window.screenshot({ path: `${outputDir}/${colorScheme}.png` });
    }
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(480, 400));
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(480);
    await diagnosis.check(4).scrollIntoViewIfNeeded();
    await window.screenshot({ path: `${outputDir}/narrow.png` });
    expect(
      await diagnosis.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth),
      'nothing is cut off at the side',
    ).toBeLessThanOrEqual(0);
    await isAccessible('narrow');
  });
});

test('a crash is kept on this computer, and shown; a log level holds at once', async ({ launch }) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  const crashes = () => readFile(join(profile, 'logs', 'crashes.jsonl'), 'utf8').catch(() => '');
  const log = () => readFile(join(profile, 'logs', 'hotseat.log'), 'utf8');
  const screen = new HotseatScreen(first.window);
  // Has the directory running.
  await screen.createAccount(person('Ana'));
  const settings = await screen.openSettings();
  expect(await log()).not.toContain('a command was answered');
  await settings.chooseOf('What is logged', 'Everything that Hotseat is asked to do');
  await expect.poll(log).toContain('a command was answered command=changeSettings outcome=done');
  await first.app.evaluate(() => {
    setImmediate(() => void Promise.reject(new TypeError('CANARY-of-nobody')));
  });
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(crashes).toContain('"process":"window"');
  await first.app.evaluate(({ app }) => {
    for (const { name, pid } of app.getAppMetrics())
      if (name === 'Hotseat directory') process.kill(pid, 'SIGKILL');
  });
  await expect.poll(crashes).toContain('"process":"directory","reason":"killed"');
  await first.kill();

  const { window } = await launch({ profile });
  const again = await new HotseatScreen(window).openSettings();
  await again.section('Diagnosis').getByRole('button', { name: 'Diagnose…' }).click();
  const diagnosis = new Diagnosis(window);
  await expect(diagnosis.check(11)).toContainText('Advice');
  await expect(diagnosis.check(11)).toContainText('3 crashes in the last 7 days, and 1 run of Hotseat’s');
  await expect(diagnosis.text).toContainText('Hotseat, unhandledRejection, TypeError');
  expect(await crashes()).not.toContain('CANARY');
});

test('a Hotseat that was quit has crashed nowhere', async ({ launch }) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  await new HotseatScreen(first.window).createAccount(person('Ana'));
  await first.close();
  expect(existsSync(join(profile, 'logs', 'crashes.jsonl'))).toBe(false);
  expect(existsSync(join(profile, 'logs', 'running'))).toBe(false);
});

test('a terminal has the same checks, also while an account is locked, and an exit code for what failed', async ({
  launch,
}) => {
  test.skip(process.platform !== 'linux' || !hasProgram, noTerminal);
  const { window, profile } = await launch();
  const screen = new HotseatScreen(window);
  const ana = { ...person('Ana'), name: canary('ana', 'name') };
  const siteName = canary('site', 'name');
  await addWebsite(screen, siteName);
  await screen.createAccount(ana);
  await setUpPin(screen, ana.name, '493716');
  await expect.poll(() => existsSync(join(profile, 'command-line', 'hotseat.sock'))).toBe(true);
  const run = (...args: readonly string[]) => runHotseat(profile, args);
  expect(await run('lock')).toMatchObject({ exitCode: 0 });

  const file = join(profile, 'saved.txt');
  const sound = await run('diagnose', '--save', file);
  expect(sound).toMatchObject({ exitCode: 0, err: expect.stringContaining('Saved in') });
  expect(sound.out).toMatch(/^ 1 {2}Hotseat’s folders {2}In order {2}They are yours alone\./u);
  expect(sound.out.trimEnd().split('\n')).toHaveLength(11);
  const saved = await readFile(file, 'utf8');
  expect(saved).toContain('1 in all, 1 locked, 0 logged out.');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  for (const told of ['canary', ana.name, ana.email, siteName, new URL(site.origin).hostname, profile])
    expect(`${sound.out}${saved}`.toLowerCase()).not.toContain(told.toLowerCase());

  await chmod(join(profile, 'registry'), 0o500);
  const failed = await run('diagnose');
  expect(failed).toMatchObject({ exitCode: 11, err: '' });
  expect(failed.out).toMatch(/^ 1 {2}Hotseat’s folders {2}Failed {4}Nothing can be written to “registry”\./u);
  const german = await runHotseat(profile, ['diagnose'], { env: { LC_ALL: 'de_DE.UTF-8' } });
  expect(german).toMatchObject({ exitCode: 11, err: '' });
  expect(german.out).toMatch(/^ 1 {2}Ordner von Hotseat +Fehlgeschlagen {2}In „registry“ lässt sich nichts/u);
  const json = await run('diagnose', '--json', '--addresses');
  expect(json.exitCode).toBe(11);
  expect(JSON.parse(json.out)).toMatchObject({
    kind: 'diagnosis',
    report: {
      format: 'hotseat-diagnosis',
      checks: expect.arrayContaining([
        { number: 1, check: 'folder', verdict: 'failed', finding: expect.anything() },
      ]),
    },
  });
  expect(json.out).toContain(`"address": "${site.origin}"`);
  await chmod(join(profile, 'registry'), 0o700);
  expect(await run('diagnose', '--save')).toMatchObject({ exitCode: 2 });
  expect(await run('diagnose', '--save', '/no/where/it.txt')).toMatchObject({ exitCode: 1 });
});
