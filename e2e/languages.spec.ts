import { writeFile } from 'node:fs/promises';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { cutOffIn, plainEnglishIn, speak } from './fixtures/languages.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { drawIn, pictureOfWindow } from './fixtures/window-picture.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin } from './screens/locks.ts';

test.describe.configure({ timeout: 240_000 });

test('German is spoken at once, by the menu too, and after a restart', async ({ launch }) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  const { window } = first;
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const settings = await screen.openSettings();
  await settings.dialog.getByRole('button', { name: /Language$/u }).click();
  await window.getByRole('option', { name: 'Deutsch' }).click();
  const language = window.getByRole('button', { name: /Sprache$/u });
  await expect(language, 'whoever chose stays where they were').toBeFocused();
  await expect(window.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
  await pressKeys('Escape');
  await expect(window.getByRole('status', { name: 'Aktives Konto' })).toContainText('Ana');
  await expect.poll(() => menuOf(first)).toContain('&Konten');
  await first.close();

  const second = await launch({ profile });
  await expect(second.window.locator('html')).toHaveAttribute('lang', 'de');
  await second.window.getByRole('button', { name: 'Einstellungen', exact: true }).click();
  await second.window.getByRole('button', { name: /Sprache$/u }).click();
  await second.window.getByRole('option', { name: 'English', exact: true }).click();
  await expect(second.window.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

const menuOf = ({ app }: Hotseat): Promise<readonly string[]> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

test('the language of the system is spoken, where Hotseat speaks it', async ({ launch }) => {
  const hotseat = await launch({ env: { LANGUAGE: 'fr:de_AT:en', LANG: 'de_AT.UTF-8' } });
  await expect(hotseat.window.locator('html')).toHaveAttribute('lang', 'de');
  await expect(hotseat.window.getByRole('button', { name: 'Konto hinzufügen' })).toBeVisible();
});

/** Each screen that the window opens for somebody, by what opens it in English. */
const screens: Readonly<Record<string, (screen: HotseatScreen) => Promise<unknown>>> = {
  'main window': async () => undefined,
  request: (screen) => screen.page.getByRole('tab', { name: 'Request' }).click(),
  'add account': (screen) => screen.openAddAccount(),
  settings: (screen) => screen.openSettings(),
  details: (screen) => screen.openDetails('Ana'),
  rename: (screen) => screen.accounts.choose('Ana', 'Rename…'),
  'a lock': (screen) => screen.accounts.choose('Ana', 'Lock with a PIN…'),
  'taking a lock away': (screen) => screen.accounts.choose('Ben', 'Take the lock away…'),
  unlock: (screen) => screen.accounts.row('Ben').click(),
  'log in again': (screen) => screen.accounts.row('Cleo').click(),
  removal: (screen) => screen.accounts.choose('Ana', 'Remove from this computer…'),
  'deletion of an account': (screen) => screen.accounts.choose('Ana', 'Delete account…'),
  'quick switcher': () => pressKeys('ctrl+k'),
};

const windowSizes = [
  [1080, 720],
  [480, 400],
] as const;

test('every screen in a long language, and in one from right to left: nothing of it is in no catalogue, nothing is cut off', async ({
  launch,
}, testInfo) => {
  const hotseat = await launch();
  const { app, window, pid } = hotseat;
  const screen = new HotseatScreen(window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await screen.accounts.choose('Cleo', 'Log out');
  await screen.accounts.row('Ana').click();
  await setUpPin(screen, 'Ben', '493716');
  await drawIn(app, 'light');
  await focusWindowOf(pid);
  const found: Record<string, unknown> = {};
  for (const [name, open] of Object.entries(screens)) {
    if (name === 'unlock') await screen.accounts.choose('Ben', 'Lock');
    await open(screen);
    for (const language of ['en-XA', 'ar-XB'] as const) {
      await speak(window, language);
      for (const [width, height] of windowSizes) {
        await app.evaluate(
          ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
          [width, height] as const,
        );
        await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
        const problems = {
          plain: language === 'en-XA' ? await plainEnglishIn(window) : [],
          cut: await cutOffIn(window),
        };
        if (problems.plain.length + problems.cut.length > 0)
          found[`${name}, ${language}, ${width}`] = problems;
        const picture = testInfo.outputPath(`${name} ${language} ${width}.png`);
        await writeFile(picture, await pictureOfWindow(app));
      }
    }
    await speak(window, 'en');
    await pressKeys('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  }
  expect(found).toEqual({});
});

test('from right to left the list is at the right, and the arrow keys follow', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const centres = () =>
    window.evaluate(() =>
      ['nav', 'main'].map((name) => {
        const { left, width } = document.querySelector(name)?.getBoundingClientRect() ?? {
          left: 0,
          width: 0,
        };
        return left + width / 2;
      }),
    );
  const [navBefore = 0, mainBefore = 0] = await centres();
  expect(navBefore).toBeLessThan(mainBefore);
  await speak(window, 'ar-XB');
  await expect(window.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect
    .poll(async () => {
      const [nav = 0, main = 0] = await centres();
      return nav > main;
    })
    .toBe(true);
});
