import { axeOn } from './fixtures/axe.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys, typeKeys } from './fixtures/real-keys.ts';
import { startSystemBrowser } from './fixtures/system-browser.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { KeySettings } from './screens/key-settings.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';
import { QuickSwitcher } from './screens/quick-switcher.ts';

test.describe.configure({ timeout: 120_000 });

test('a key is chosen by pressing it, a conflict is told and changes nothing, and it holds after a restart', async ({
  launch,
}) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  const keys = new KeySettings(first.window);
  const switcher = new QuickSwitcher(first.window);
  const settings = await new HotseatScreen(first.window).openSettings();
  await focusWindowOf(first.pid);
  await keys.showAll();

  await keys.beginChange('Switch account');
  await pressKeys('ctrl+comma');
  await expect(keys.alert).toContainText('Ctrl , is the key of “Settings” already.');
  await expect(keys.keyOf('Switch account')).toHaveText('Ctrl K');
  await axeOn(first.window)('keys with a conflict');

  await keys.beginChange('Switch account');
  await pressKeys('Escape');
  await expect(keys.keyOf('Switch account'), 'Escape keeps what there is, and the settings').toHaveText(
    'Ctrl K',
  );

  await keys.beginChange('Switch account');
  await pressKeys('ctrl+shift+p');
  await expect(keys.keyOf('Switch account')).toHaveText('Ctrl Shift P');
  await expect(keys.alert).toBeHidden();
  await settings.close();
  await pressKeys('ctrl+k');
  await pressKeys('ctrl+shift+p');
  await expect(switcher.dialog).toBeVisible();
  await first.close();

  const second = await launch({ profile });
  const again = new KeySettings(second.window);
  await focusWindowOf(second.pid);
  await pressKeys('ctrl+shift+p');
  await expect(new QuickSwitcher(second.window).dialog).toBeVisible();
  await pressKeys('Escape', 'ctrl+comma');
  await again.showAll();
  await again.resetAll.click();
  await expect(again.keyOf('Switch account')).toHaveText('Ctrl K');
  await expect(again.resetAll).toBeHidden();
});

/** The small window, once the key has been pressed for the first time, and whether it is in sight. */
const quickWindowOf = async ({ app }: Hotseat) => {
  const find = () => app.windows().find((one) => one.url().endsWith('?quick'));
  await expect.poll(find).toBeDefined();
  const page = find();
  if (!page) throw new Error('There is no small window');
  const quick = await app.browserWindow(page);
  return { switcher: new QuickSwitcher(page), isVisible: () => quick.evaluate((shown) => shown.isVisible()) };
};

test('a global key opens the quick switcher over another program, in a small window that goes away again', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { app } = hotseat;
  const screen = new HotseatScreen(hotseat.window);
  const keys = new KeySettings(hotseat.window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await setUpPin(screen, 'Cleo', '493716');
  await screen.accounts.choose('Cleo', 'Lock');
  const settings = await screen.openSettings();
  await focusWindowOf(hotseat.pid);
  await expect(keys.keyOf('From any program')).toHaveText('No key');
  await keys.beginChange('From any program');
  await pressKeys('ctrl+shift+space');
  await expect(keys.keyOf('From any program')).toHaveText('Ctrl Shift Space');
  await settings.close();
  const isMainFocused = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ id }) => id === 1)
        ?.isFocused(),
    );

  const browser = await startSystemBrowser();
  await expect.poll(isMainFocused).toBe(false);
  await pressKeys('ctrl+shift+space');
  const { switcher, isVisible } = await quickWindowOf(hotseat);
  await expect.poll(isVisible).toBe(true);
  await expect(switcher.field).toBeFocused();
  await expect(switcher.chosen, 'who was active before is first').toContainText('Cleo');
  expect(await isMainFocused(), 'the window stays where it is').toBe(false);
  await pressKeys('Escape');
  await expect.poll(isVisible).toBe(false);

  await test.step('a few letters and Enter switch, and it goes away', async () => {
    await pressKeys('ctrl+shift+space');
    await expect.poll(isVisible).toBe(true);
    await typeKeys('ana');
    await expect(switcher.chosen).toContainText('Ana');
    await pressKeys('Return');
    await expect.poll(isVisible).toBe(false);
    await expect(screen.activeUser).toContainText('Ana');
    expect(await isMainFocused()).toBe(false);
  });

  await test.step('what takes more is asked in the window; what was typed before is gone', async () => {
    await pressKeys('ctrl+shift+space');
    await expect.poll(isVisible).toBe(true);
    await expect(switcher.field).toHaveValue('');
    await typeKeys('cleo');
    await expect(switcher.chosen).toContainText('Locked');
    await pressKeys('Return');
    await expect(new UnlockDialog(hotseat.window, 'Cleo').pin).toBeFocused();
    await expect.poll(isMainFocused).toBe(true);
    expect(await isVisible()).toBe(false);
  });
  await browser.close();
});
