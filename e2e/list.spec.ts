import type { Locator } from 'playwright';
import { axeOn } from './fixtures/axe.ts';
import { startDirectoryServer } from './fixtures/directory-server.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

const withAccounts = async (hotseat: Hotseat, ...names: readonly string[]) => {
  const screen = new HotseatScreen(hotseat.window);
  for (const name of names) await screen.createAccount(person(name));
  return screen;
};

/** What the page complained of, a refusal of its policy above all. */
const complaintsOf = ({ window }: Hotseat): readonly string[] => {
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  window.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
};

const expectOrder = (screen: HotseatScreen, ...names: readonly string[]) =>
  expect(screen.accounts.rows).toContainText([...names], { timeout: 20_000 });

const centreOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

// Each is a long walk through the real app, on a machine that may be busy.
test.describe.configure({ timeout: 180_000 });

test('axe finds nothing, light and dark: colours, groups, selecting and removing several', async ({
  launch,
}) => {
  const { window: page } = await launch();
  const screen = new HotseatScreen(page);
  for (const name of ['Ana', 'Ben']) await screen.createAccount(person(name));
  const check = axeOn(page);
  const executed = await page.evaluate(() =>
    window.hotseat.execute('changeSettings', { groupsByService: true }),
  );
  expect(executed.ok).toBe(true);
  await screen.accounts.choose('Ben', 'Rename…');
  await page.getByRole('radio', { name: 'Production' }).check();
  await check('the choice of a colour');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(screen.activeUser).toContainText('Production');
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await screen.accounts.row('Ana').click();
  await check('selecting in groups');
  await page.getByRole('button', { name: 'Remove…' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Remove 1 account?' })).toContainText('Ana');
  await check('removing several');
});

test('an account has a colour of its own, and Production says so in the row and in the seat', async ({
  launch,
}) => {
  const profile = await newProfile();
  const ana = person('Ana');
  const hotseat = await launch({ profile });
  const screen = new HotseatScreen(hotseat.window);
  await screen.createAccount(ana);
  await screen.createAccount(person('Ben'));
  await screen.accounts.choose('Ana', 'Rename…');
  const dialog = hotseat.window.getByRole('dialog', { name: 'Rename Ana' });
  await expect(dialog.getByRole('radio', { name: 'Automatic' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Production' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(screen.accounts.row('Ana')).toContainText('Inactive · Production');
  await screen.accounts.row('Ana').click();
  await expect(screen.activeUser).toContainText('Production');
  await screen.accounts.choose('Ana', 'Log out');
  await expect(screen.activeUser).toContainText('Ben');
  await expect(screen.activeUser).not.toContainText('Production');
  await hotseat.close();

  const again = new HotseatScreen((await launch({ profile })).window);
  await expect(again.accounts.row('Ana')).toContainText('Logged out · Production');
  await again.accounts.row('Ana').click();
  await new AccountDialog(again.page, 'Log in again as Ana').submitPassword(ana.password);
  await expect(again.activeUser).toContainText('Production');
  await again.accounts.choose('Ana', 'Rename…');
  await again.page.getByRole('radio', { name: 'Automatic' }).check();
  await again.page.getByRole('button', { name: 'Save' }).click();
  await expect(again.activeUser).not.toContainText('Production');
});

test('accounts are moved by menu and by keys; digits follow, a restart keeps it, a search hides it', async ({
  launch,
}) => {
  const profile = await newProfile();
  const hotseat = await launch({ profile });
  const screen = await withAccounts(hotseat, 'Ana', 'Ben', 'Cleo');
  await screen.accounts.choose('Cleo', 'Move up');
  await expectOrder(screen, 'Ana', 'Cleo', 'Ben');
  await expect(hotseat.window.getByText('Cleo is now 2 of 3')).toBeAttached();
  await screen.accounts.row('Ana').focus();
  // The window manager of the tests has the real ones for itself.
  await hotseat.window.keyboard.press('Alt+Shift+ArrowDown');
  await expectOrder(screen, 'Cleo', 'Ana', 'Ben');
  await hotseat.window.keyboard.press('Alt+Shift+ArrowDown');
  await expectOrder(screen, 'Cleo', 'Ben', 'Ana');
  await expect(screen.accounts.row('Ana')).toBeFocused();
  await focusWindowOf(hotseat.pid);
  await pressKeys('ctrl+3');
  await expect(screen.activeUser).toContainText('Ana');
  await screen.accounts.row('Ana').getByRole('button', { name: 'Actions for Ana' }).click();
  await expect(hotseat.window.getByRole('menuitem', { name: 'Move up' })).toBeVisible();
  await expect(hotseat.window.getByRole('menuitem', { name: 'Move down' })).toBeHidden();
  await hotseat.close();
  await expectOrder(new HotseatScreen((await launch({ profile })).window), 'Cleo', 'Ben', 'Ana');
});

test('accounts are dragged by pointer and by keyboard, and the page’s policy has nothing against it', async ({
  launch,
}) => {
  const hotseat = await launch();
  const complaints = complaintsOf(hotseat);
  const screen = await withAccounts(hotseat, 'Ana', 'Ben', 'Cleo');
  const { mouse } = hotseat.window;
  // The system may take a drag for a click while the computer is busy; a person drags once more.
  await expect(async () => {
    const from = await centreOf(screen.accounts.row('Cleo'));
    const to = await centreOf(screen.accounts.row('Ana'));
    await mouse.move(from.x, from.y);
    await mouse.down();
    try {
      await mouse.move(to.x, to.y, { steps: 8 });
      await mouse.move(to.x, to.y - 24, { steps: 4 });
      await hotseat.window.locator('[data-drop-target]').first().waitFor({ timeout: 2_000 });
    } finally {
      await mouse.up();
    }
    await expect(screen.accounts.rows.first()).toContainText('Cleo', { timeout: 2_000 });
  }).toPass({ timeout: 25_000 });
  await expectOrder(screen, 'Cleo', 'Ana', 'Ben');
  await expect(screen.activeUser, 'dragging is not choosing').toContainText('Cleo');

  await screen.accounts.row('Cleo').focus();
  await focusWindowOf(hotseat.pid);
  await pressKeys('Right');
  await expect(hotseat.window.getByRole('button', { name: 'Move Cleo' })).toBeFocused();
  await pressKeys('Return');
  const end = hotseat.window.getByRole('button', { name: 'Insert after Ben' });
  await expect
    .poll(async () => {
      const isThere = await end.evaluate((button) => button === document.activeElement).catch(() => false);
      if (!isThere) await pressKeys('Down');
      return isThere;
    })
    .toBe(true);
  await pressKeys('Return');
  await expectOrder(screen, 'Ana', 'Ben', 'Cleo');
  await screen.accounts.row('Cleo').focus();
  await pressKeys('Right', 'Return', 'Up', 'Escape');
  await expectOrder(screen, 'Ana', 'Ben', 'Cleo');
  expect(complaints).toEqual([]);
});

test('grouped by service, digits count what is on screen, and a restart keeps it', async ({ launch }) => {
  const server = await startDirectoryServer();
  try {
    const profile = await newProfile();
    const hotseat = await launch({ profile });
    const screen = new HotseatScreen(hotseat.window);
    await screen.createAccount(person('Ana'));
    await screen.addServer({ name: 'Shop', baseUrl: server.baseUrl, appId: 'hotseat-directory' });
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Shop');
    await dialog.submitCreateAccount(person('Shopper'));
    await expect(screen.activeUser).toContainText('Shopper');
    await screen.createAccount(person('Ben'));
    await expectOrder(screen, 'Ana', 'Shopper', 'Ben');

    await hotseat.window.getByRole('button', { name: 'List view' }).click();
    await hotseat.window.getByRole('menuitemcheckbox', { name: 'Group by service' }).click();
    await hotseat.window.keyboard.press('Escape');
    await expectOrder(screen, 'This computer 2 accounts', 'Ana', 'Ben', 'Shop 1 account', 'Shopper');
    await expect(screen.accounts.row('Ben')).toContainText('Ctrl 2');
    await focusWindowOf(hotseat.pid);
    await pressKeys('ctrl+3');
    await expect(screen.activeUser).toContainText('Shopper');
    await screen.accounts.choose('Ben', 'Move up');
    await expectOrder(screen, 'This computer 2 accounts', 'Ben', 'Ana', 'Shop 1 account', 'Shopper');
    await pressKeys('ctrl+1');
    await expect(screen.activeUser).toContainText('Ben');
    await hotseat.close();

    const again = new HotseatScreen((await launch({ profile })).window);
    await expectOrder(again, 'This computer 2 accounts', 'Ben', 'Ana', 'Shop 1 account', 'Shopper');
    await again.page.getByRole('button', { name: 'List view' }).click();
    await again.page.getByRole('menuitemcheckbox', { name: 'Group by service' }).click();
    await again.page.keyboard.press('Escape');
    await expectOrder(again, 'Ben', 'Ana', 'Shopper');
  } finally {
    await server.stop();
  }
});

test('several are logged out, locked and removed together, and what came of it is said once', async ({
  launch,
}) => {
  const hotseat = await launch();
  const complaints = complaintsOf(hotseat);
  const screen = await withAccounts(hotseat, 'Ana', 'Ben', 'Cleo', 'Dan');
  const { window } = hotseat;
  const bar = window.getByRole('region', { name: 'Selected accounts' });
  const select = window.getByRole('button', { name: 'Select', exact: true });
  const result = window.getByRole('status').filter({ hasText: /\.$/u }).last();

  await select.click();
  await screen.accounts.row('Ana').click();
  await screen.accounts.row('Dan').click();
  await expect(screen.activeUser, 'choosing is not switching').toContainText('Dan');
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Log out' }).click();
  await expect(result).toHaveText('2 accounts logged out.');
  await expect(bar).toBeHidden();
  await expect(screen.accounts.row('Dan')).toContainText('Logged out');
  await expect(screen.activeUser).toContainText('Cleo');

  await select.click();
  await bar.getByRole('button', { name: 'Select all' }).click();
  await bar.getByRole('button', { name: 'Lock' }).click();
  await expect(result).toContainText('2 without a PIN or passphrase, so not locked: Ben and Cleo');
  await expect(result).toContainText('2 logged out, so nothing to lock: Ana and Dan');

  await select.click();
  await screen.accounts.row('Ana').focus();
  await focusWindowOf(hotseat.pid);
  await pressKeys('space', 'Down', 'space');
  await expect(bar).toContainText('2 selected');
  await pressKeys('Escape');
  await expect(bar).toBeHidden();

  await select.click();
  await screen.accounts.row('Ana').click();
  await screen.accounts.row('Ben').click();
  await bar.getByRole('button', { name: 'Remove…' }).click();
  const removal = window.getByRole('alertdialog', { name: 'Remove 2 accounts?' });
  await expect(removal).toContainText('Ana and Ben');
  await removal.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar, 'who cancels has selected them still').toContainText('2 selected');
  await bar.getByRole('button', { name: 'Remove…' }).click();
  await removal.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(screen.accounts.rows).toHaveCount(2);
  await expect(window.getByText('2 accounts removed from this computer.')).toBeVisible();
  await window.getByRole('button', { name: 'Show receipts' }).click();
  await expect(window.getByRole('button', { name: /^Removed / })).toHaveCount(2);
  expect(complaints).toEqual([]);
});
