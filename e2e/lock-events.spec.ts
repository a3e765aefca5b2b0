import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { pressKeys } from './fixtures/real-keys.ts';
import { startSystemBus, type SystemBus } from './fixtures/system-bus.ts';
import { titlesOf } from './fixtures/window-titles.ts';
import { AccountDetails } from './screens/account-details.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

const pin = '493716';

let bus: SystemBus;
test.beforeEach(async () => {
  bus = await startSystemBus();
});
test.afterEach(() => bus.stop());

test('H1, H8: with the screen, the lid and sleep everybody is locked, and nothing of them is in sight', async ({
  launch,
}) => {
  const { app, window, pid } = await launch({ env: bus.env });
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ben'));
  await setUpPin(screen, 'Ben', pin);
  const settings = await screen.openSettings();
  await settings.dialog.getByText('Lock with the computer').click();
  await expect(settings.dialog.getByRole('checkbox', { name: 'Lock with the computer' })).toBeChecked();
  await pressKeys('Escape');
  // The bus is listened to a moment after the start.
  await window.waitForTimeout(1_500);
  const views = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  for (const [what, happens] of [
    ['the screen', () => bus.lockScreen()],
    ['the lid', () => bus.closeLid()],
  ] as const)
    await test.step(what, async () => {
      await expect((await screen.notebookOf('Ben')).newNote).toBeVisible();
      expect(await views()).toBe(2);
      await screen.accounts.choose('Ben', 'Details…');
      const details = new AccountDetails(window, 'Ben');
      await expect(details.fact('E-mail')).toBeVisible();
      happens();
      await expect(screen.accounts.row('Ben')).toContainText('Locked');
      await expect(screen.activeUser).toContainText('Nobody is active');
      await expect(details.dialog, 'what it shows is the account’s').toBeHidden();
      await expect.poll(views, 'the page of the workspace is gone').toBe(1);
      expect(titlesOf(pid)).toEqual(['Hotseat']);
      await screen.accounts.row('Ben').click();
      await new UnlockDialog(window, 'Ben').guess(pin);
      await expect(screen.activeUser).toContainText('Ben');
    });
  await test.step('sleep, told twice', async () => {
    await expect.poll(views).toBe(2);
    // Chromium lets go of its connections when the computer sleeps, that of Playwright to the page too.
    bus.sleep();
    bus.sleep();
    await expect.poll(() => titlesOf(pid)).toEqual(['Hotseat']);
    await expect.poll(views).toBe(1);
  });
});

test('H1: a minute with nobody at the keyboard locks everybody, and a key before that begins it anew', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const { window, pid } = await launch({ env: bus.env });
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ben'));
  await setUpPin(screen, 'Ben', pin);
  const settings = await screen.openSettings();
  await settings.chooseOf('Lock when nobody is here', 'After 1 minute');
  await pressKeys('Escape');
  const lastKeyAtMs = Date.now();
  await expect.poll(() => titlesOf(pid), { timeout: 100_000, intervals: [500] }).toEqual(['Hotseat']);
  expect(Date.now() - lastKeyAtMs).toBeGreaterThanOrEqual(59_000);
  await expect(screen.accounts.row('Ben')).toContainText('Locked');
});

test('without the rule the computer’s lock locks nobody', async ({ launch }) => {
  const { window } = await launch({ env: bus.env });
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ben'));
  await setUpPin(screen, 'Ben', pin);
  await window.waitForTimeout(1_500);
  bus.lockScreen();
  bus.closeLid();
  await window.waitForTimeout(500);
  await expect(screen.activeUser).toContainText('Ben');
});
