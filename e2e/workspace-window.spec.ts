import { axeOn } from './fixtures/axe.ts';
import { startDirectoryServer } from './fixtures/directory-server.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { colourOnScreen, roundedBoxOf, viewsInSight } from './fixtures/native-view.ts';
import { hasPageFocus } from './fixtures/page-in-sight.ts';
import { person } from './fixtures/person.ts';
import { clickOn, focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { Workspace } from './screens/workspace.ts';

// Each looks at the real screen, or at a page after another.
test.describe.configure({ timeout: 180_000 });

const directory = 'directory://hotseat';

/** Ana’s account, with her page in sight. */
const settle = async (hotseat: Hotseat) => {
  const screen = new HotseatScreen(hotseat.window);
  await screen.createAccount(person('Ana'));
  const workspace = new Workspace(hotseat);
  return { screen, workspace, page: await workspace.inSight(directory) };
};

const sizeTo = ({ app }: Hotseat, width: number, height: number): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );

test('the page lies on its stage, whatever becomes of the window and of what is beside it', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { workspace } = await settle(hotseat);
  const onStage = async (what: string) =>
    expect
      .poll(async () => JSON.stringify(await viewsInSight(hotseat.app)), what)
      .toBe(JSON.stringify([await roundedBoxOf(workspace.stage)]));
  await onStage('at first');
  await sizeTo(hotseat, 1300, 900);
  await expect.poll(async () => (await roundedBoxOf(workspace.stage)).width).toBeGreaterThan(900);
  await onStage('in a larger window');
  const before = await roundedBoxOf(workspace.stage);
  await workspace.choose('Find in page');
  await expect.poll(async () => (await roundedBoxOf(workspace.stage)).y).toBeGreaterThan(before.y);
  await onStage('below the search');
  await hotseat.window.keyboard.press('Escape');
  await onStage('without it');
  await workspace.tab('Request').click();
  await expect.poll(() => viewsInSight(hotseat.app), 'not over the requests').toEqual([]);
  await workspace.tab('Workspace').click();
  await onStage('back');
});

test('a dialog over the page is what a person sees and presses', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace, page } = await settle(hotseat);
  await page.evaluate(() => {
    document.body.style.background = 'rgb(0, 120, 0)';
    document.body.style.minHeight = '100vh';
  });
  const { x, y, width, height } = await roundedBoxOf(workspace.stage);
  const point = { x: x + Math.round(width / 2), y: y + height - 40 };
  await expect.poll(() => colourOnScreen(hotseat.app, point), 'the page').toEqual([0, 120, 0]);

  const settings = await screen.openSettings();
  const dialog = await roundedBoxOf(settings.dialog);
  const onBoth = { x: dialog.x + dialog.width - 4, y: Math.max(dialog.y, y) + 24 };
  expect(onBoth.x, 'the dialog reaches over the page').toBeGreaterThan(x);
  await expect
    .poll(async () => Math.min(...(await colourOnScreen(hotseat.app, onBoth))), 'the dialog, which is light')
    .toBeGreaterThan(200);
  const button = settings.dialog.getByRole('button', { name: 'Add service' });
  await button.scrollIntoViewIfNeeded();
  const add = await roundedBoxOf(button);
  const middle = { x: add.x + add.width / 2, y: add.y + add.height / 2 };
  expect(middle.x > x && middle.y > y, 'so does the button').toBe(true);
  await focusWindowOf(hotseat.pid);
  await clickOn(hotseat.app, middle);
  await expect(settings.dialog.getByRole('heading', { name: 'Add a service' })).toBeVisible();
  await settings.close();
  await expect.poll(() => colourOnScreen(hotseat.app, point), 'the page again').toEqual([0, 120, 0]);
  await expect(workspace.still, 'nothing is kept of it').toHaveCount(0);
});

test('a menu beside the page is closed by a press on where the page is', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = await settle(hotseat);
  await hotseat.window.getByRole('button', { name: 'Actions for Ana' }).click();
  const menu = hotseat.window.getByRole('menu');
  await expect(menu).toBeVisible();
  await expect.poll(() => viewsInSight(hotseat.app)).toEqual([]);
  const { x, y } = await roundedBoxOf(workspace.stage);
  await focusWindowOf(hotseat.pid);
  await clickOn(hotseat.app, { x: x + 60, y: y + 60 });
  await expect(menu).toHaveCount(0);
  await workspace.inSight(directory);
  await expect(screen.activeUser).toContainText('Ana');
});

test('Tab and Enter go into the page, which is named there, and F6 comes back', async ({ launch }) => {
  const hotseat = await launch();
  const { workspace } = await settle(hotseat);
  await focusWindowOf(hotseat.pid);
  await workspace.more.focus();
  await pressKeys('Tab');
  await expect(workspace.wayIn).toBeFocused();
  await expect(workspace.wayIn).toHaveAccessibleName('Page: Notebook');
  await expect(workspace.wayIn).toHaveAccessibleDescription('Press Enter or F6 to go into the page.');
  await pressKeys('Return');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);
  await pressKeys('F6');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(false);
});

test('axe finds nothing, light and dark: the workspace, its menu, its search, and a service without one', async ({
  launch,
}) => {
  const server = await startDirectoryServer();
  try {
    const hotseat = await launch();
    const { screen, workspace } = await settle(hotseat);
    const check = axeOn(hotseat.window);
    await check('the workspace');
    await workspace.more.click();
    await check('its menu');
    await hotseat.window.getByRole('menuitem', { name: 'Find in page' }).click();
    await workspace.search.fill('note');
    await expect(workspace.region).toContainText(/\d of \d/u);
    await check('the search');
    const settings = await screen.openSettings();
    await check('the settings');
    await settings.close();

    await screen.addServer({ name: 'Lab', baseUrl: server.baseUrl, appId: 'hotseat-directory' });
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Lab');
    await dialog.submitCreateAccount(person('Mei'));
    await expect(workspace.region.getByRole('heading', { name: 'Lab has no workspace' })).toBeVisible();
    await check('no workspace');
    await workspace.region.getByRole('button', { name: 'Write a request' }).click();
    await expect(workspace.tab('Request')).toHaveAttribute('aria-selected', 'true');
    await workspace.tab('Workspace').click();
    await workspace.region.getByRole('button', { name: 'Settings of Lab' }).click();
    await expect(settings.dialog.getByRole('heading', { name: 'Edit Lab' })).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('page and tools are usable at 480 × 400, and with text of double size', async ({ launch }) => {
  const hotseat = await launch();
  const { workspace, page } = await settle(hotseat);
  await sizeTo(hotseat, 480, 400);
  for (const zoom of [1, 2]) {
    await hotseat.app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom,
    );
    for (const part of [workspace.reload, workspace.more]) {
      await part.scrollIntoViewIfNeeded();
      await expect(part).toBeInViewport({ ratio: 1 });
    }
    await workspace.stage.evaluate((stage) => stage.scrollIntoView({ block: 'end' }));
    await expect
      .poll(async () => (await viewsInSight(hotseat.app))[0]?.height ?? 0, `the page at ${zoom}`)
      .toBeGreaterThan(90);
    const overflow = await hotseat.window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, 'nothing is cut at the side').toBeLessThanOrEqual(0);
  }
  await page.getByLabel('New note').fill('from a small window');
});

test('what the settings say stays: workspaces kept open, and who follows', async ({ launch }) => {
  const profile = await newProfile();
  const hotseat = await launch({ profile });
  const { screen } = await settle(hotseat);
  const settings = await screen.openSettings();
  await settings.keepOpen(2);
  await expect(settings.workspaces).toContainText('2');
  await settings.successor('Nobody is active until you choose').check();
  await hotseat.close();

  const again = new HotseatScreen((await launch({ profile })).window);
  const kept = await again.openSettings();
  await expect(kept.workspaces).toContainText('2');
  await expect(kept.successor('Nobody is active until you choose')).toBeChecked();
  await kept.close();
  await again.createAccount(person('Ben'));
  await again.accounts.choose('Ben', 'Log out');
  await expect(again.activeUser).toContainText('Nobody is active');
});
