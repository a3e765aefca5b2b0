import type { Page } from 'playwright';
import { axeOn } from './fixtures/axe.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test.describe.configure({ timeout: 120_000 });

/** The ground of the window, as it is drawn. */
const ground = (window: Page): Promise<string> =>
  window.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const textPx = (window: Page): Promise<string> =>
  window.evaluate(() => getComputedStyle(document.documentElement).fontSize);

test('a setting is found by what it is called or explained with, and sections are gone to by name', async ({
  launch,
}) => {
  const { window } = await launch();
  const settings = await new HotseatScreen(window).openSettings();
  await expect(settings.section('Removals')).toBeVisible();
  await settings.sectionName('Removals').click();
  await expect(settings.section('Removals')).toBeInViewport({ ratio: 0.9 });
  await expect(settings.sectionName('Removals')).toHaveAttribute('aria-selected', 'true');
  await settings.sectionName('Locking').click();
  await expect(settings.sectionName('Locking')).toHaveAttribute('aria-selected', 'true');

  await settings.search.fill('lid closed');
  await expect(settings.dialog.getByRole('checkbox')).toHaveCount(1);
  await expect(settings.dialog.getByText('Lock with the computer')).toBeVisible();
  await expect(settings.sectionName('Locking')).toBeVisible();
  await expect(settings.sectionName('Removals')).toHaveCount(0);
  await settings.search.fill('appearance');
  await expect(settings.theme('Dark')).toBeVisible();
  await expect(settings.dialog.getByRole('region')).toHaveCount(1);
  await settings.search.fill('zebra');
  await expect(settings.dialog.getByText('No setting has that')).toBeVisible();
  await expect(settings.dialog.getByRole('region')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(settings.search, 'the first Escape ends the search').toHaveValue('');
  await expect(settings.section('General')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(settings.dialog).toBeHidden();
});

test('theme, contrast and text size take effect at once, and are there from the first moment of the next start', async ({
  launch,
}) => {
  const first = await launch();
  const { app, profile } = first;
  const screen = new HotseatScreen(first.window);
  await first.window.emulateMedia({ colorScheme: null });
  const settings = await screen.openSettings();
  const themeSource = () => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  await settings.dialog.getByText('Dark', { exact: true }).click();
  await expect.poll(() => ground(first.window)).toBe('rgb(20, 19, 18)');
  expect(await themeSource(), 'pages of workspaces follow').toBe('dark');
  await settings.dialog.getByText('High contrast').click();
  await expect.poll(() => ground(first.window)).toBe('rgb(0, 0, 0)');
  await settings.chooseOf('Text size', '150 %');
  await expect.poll(() => textPx(first.window)).toBe('24px');
  await first.close();

  const { app: appAgain, window } = await launch({ profile });
  await window.emulateMedia({ colorScheme: null });
  await new HotseatScreen(window).openSettings();
  expect(await ground(window)).toBe('rgb(0, 0, 0)');
  expect(await textPx(window)).toBe('24px');
  const drawn = await appAgain.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  );
  expect(drawn, 'before the page is there').toBe('#141312');
});

for (const contrast of ['plain', 'high'] as const)
  test(`settings in ${contrast} contrast: nothing for axe to find, wide and narrow, with small text and large`, async ({
    launch,
  }, { outputDir }) => {
    const { app, window } = await launch();
    const screen = new HotseatScreen(window);
    await screen.createAccount(person('Ana'));
    const settings = await screen.openSettings();
    if (contrast === 'high') await settings.dialog.getByText('High contrast').click();
    const isAccessible = axeOn(window);
    await isAccessible('wide');
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme });
      await window.screenshot({ path: `${outputDir}/${colorScheme}.png` });
    }
    await window.emulateMedia({ colorScheme: 'light' });
    await settings.chooseOf('Text size', '200 %');
    await window.screenshot({ path: `${outputDir}/large.png` });
    await isAccessible('large text');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(480, 400));
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(480);
    await settings.search.scrollIntoViewIfNeeded();
    await window.screenshot({ path: `${outputDir}/large-narrow.png` });
    expect(
      await settings.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth),
      'nothing is cut off at the side',
    ).toBeLessThanOrEqual(0);
    await settings.chooseOf('Text size', '100 %');
    await settings.search.scrollIntoViewIfNeeded();
    await expect(settings.sectionName('General'), 'one is marked there too').toHaveAttribute(
      'aria-selected',
      'true',
    );
    await window.screenshot({ path: `${outputDir}/narrow.png` });
    await isAccessible('narrow');
    await window.keyboard.press('Escape');
    await window.screenshot({ path: `${outputDir}/window-narrow.png` });
  });
