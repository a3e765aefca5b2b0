import { axeOn } from './fixtures/axe.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { KeySettings } from './screens/key-settings.ts';
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

const isMinimized = ({ app }: Hotseat): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());

test('a global key brings Hotseat up with the quick switcher, and puts it back', async ({ launch }) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  const keys = new KeySettings(hotseat.window);
  const switcher = new QuickSwitcher(hotseat.window);
  for (const name of ['Ana', 'Ben']) await screen.createAccount(person(name));
  const settings = await screen.openSettings();
  await focusWindowOf(hotseat.pid);
  await expect(keys.keyOf('From any program')).toHaveText('No key');
  await keys.beginChange('From any program');
  await pressKeys('ctrl+shift+space');
  await expect(keys.keyOf('From any program')).toHaveText('Ctrl Shift Space');
  await settings.close();

  const minimize = () =>
    hotseat.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await minimize();
  await expect.poll(() => isMinimized(hotseat)).toBe(true);
  await pressKeys('ctrl+shift+space');
  await expect.poll(() => isMinimized(hotseat)).toBe(false);
  await expect(switcher.chosen).toContainText('Ana');
  await expect(switcher.field).toBeFocused();
  await pressKeys('Escape');
  await expect.poll(() => isMinimized(hotseat)).toBe(true);

  await pressKeys('ctrl+shift+space');
  await expect.poll(() => isMinimized(hotseat)).toBe(false);
  await expect(switcher.chosen).toContainText('Ana');
  await pressKeys('Return');
  await expect.poll(() => isMinimized(hotseat)).toBe(true);
  await expect(screen.activeUser).toContainText('Ana');
});
