import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { speak } from './fixtures/languages.ts';
import { person } from './fixtures/person.ts';
import { pressKeys } from './fixtures/real-keys.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

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
