import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { startNotificationServer } from './fixtures/notification-server.ts';
import { person } from './fixtures/person.ts';
import { pressKeys } from './fixtures/real-keys.ts';
import { startTrayHost, type TrayHost } from './fixtures/tray-host.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test.skip(process.platform !== 'linux', 'The tray and the entries of other systems cannot be read.');
test.describe.configure({ timeout: 180_000 });

let tray: TrayHost;
let home: string;
test.beforeEach(async () => {
  tray = await startTrayHost();
  home = mkdtempSync(join(tmpdir(), 'hotseat-home-'));
});
test.afterEach(async () => {
  await tray.stop();
  rmSync(home, { recursive: true, force: true });
});

const isVisible = ({ app }: Hotseat) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));

const closeWindow = ({ app }: Hotseat) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** Ticks or unticks one of the settings of the computer, and closes them. */
const tick = async ({ window }: Hotseat, label: string, isTicked = true) => {
  const settings = await new HotseatScreen(window).openSettings();
  await settings.dialog.getByText(label, { exact: true }).click();
  await expect(settings.dialog.getByRole('checkbox', { name: label })).toBeChecked({ checked: isTicked });
  await pressKeys('Escape');
  await expect(settings.dialog).toBeHidden();
};

test('closing only hides where that is chosen, which is told once, and Quit in the tray ends', async ({
  launch,
}) => {
  const notifications = await startNotificationServer();
  const hotseat = await launch();
  await new HotseatScreen(hotseat.window).createAccount(person('Ana'));
  await tick(hotseat, 'Keep running in the background');
  await closeWindow(hotseat);
  await expect.poll(() => isVisible(hotseat)).toBe(false);
  await expect.poll(() => notifications.shown).toEqual(['Hotseat keeps running']);
  await tray.press();
  await expect.poll(() => isVisible(hotseat)).toBe(true);
  await closeWindow(hotseat);
  await expect.poll(() => isVisible(hotseat)).toBe(false);

  await test.step('what asks for the person brings the window', async () => {
    await tray.choose('Add Account…');
    await expect.poll(() => isVisible(hotseat)).toBe(true);
    await expect(hotseat.window.getByRole('dialog', { name: 'Add account' })).toBeVisible();
  });
  expect(notifications.shown).toHaveLength(1);
  const ended = hotseat.app.waitForEvent('close');
  await tray.choose('Quit Hotseat');
  await ended;
  await notifications.stop();
});

test('a start at login is in an entry of the desktop’s, and has no window before somebody wants it', async ({
  launch,
}) => {
  const profile = await newProfile();
  const env = { XDG_CONFIG_HOME: home };
  const entry = join(home, 'autostart', 'hotseat.desktop');
  const first = await launch({ profile, env });
  await tick(first, 'Start when I log in');
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.* "--hidden"$/mu);
  await first.close();

  const second = await launch({ profile, env, args: ['--hidden'] });
  await second.window.getByRole('button', { name: 'Add account' }).first().waitFor({ state: 'attached' });
  await expect.poll(() => tray.iconCount()).toBe(1);
  expect(await isVisible(second)).toBe(false);
  await tray.press();
  await expect.poll(() => isVisible(second)).toBe(true);
  await tick(second, 'Start when I log in', false);
  expect(existsSync(entry)).toBe(false);
});

test('the window stands where it stood', async ({ launch }) => {
  const profile = await newProfile();
  const bounds = ({ app }: Hotseat) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const first = await launch({ profile });
  const place = { x: 210, y: 160, width: 900, height: 640 };
  await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place);
  await expect.poll(async () => (await bounds(first))?.width).toBe(place.width);
  const left = await bounds(first);
  await first.close();
  const second = await launch({ profile });
  await expect.poll(() => bounds(second)).toEqual(left);
});

test('accounts are in the menu of the icon where that is chosen, and leave it when they are removed', async ({
  launch,
}) => {
  const installed = join(home, 'installed');
  mkdirSync(join(installed, 'applications'), { recursive: true });
  writeFileSync(
    join(installed, 'applications', 'hotseat.desktop'),
    '[Desktop Entry]\nType=Application\nName=Hotseat\nExec=/opt/Hotseat/hotseat %U\n',
  );
  const copy = join(home, 'own', 'applications', 'hotseat.desktop');
  const text = () => (existsSync(copy) ? readFileSync(copy, 'utf8') : '');
  const hotseat = await launch({
    env: { XDG_DATA_HOME: join(home, 'own'), XDG_DATA_DIRS: installed },
  });
  const screen = new HotseatScreen(hotseat.window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  expect(text()).toBe('');
  await tick(hotseat, 'Show accounts in the menu of the icon');
  await expect.poll(text).toMatch(/^Name=Ana\nExec=\/opt\/Hotseat\/hotseat switch [a-z0-9-]+$/mu);
  expect(text()).toContain('Name=Ben');
  await screen.accounts.choose('Ben', 'Remove from this computer…');
  await screen.removal('Ben').getByRole('button', { name: 'Remove' }).click();
  await expect(screen.accounts.row('Ben')).toBeHidden();
  await expect.poll(text).not.toContain('Ben');
  expect(text()).toContain('Name=Ana');
  await tick(hotseat, 'Show accounts in the menu of the icon', false);
  await expect.poll(text).toBe('');
});
