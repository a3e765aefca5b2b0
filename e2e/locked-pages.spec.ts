import { expect } from './fixtures/hotseat.ts';
import { pressKeys } from './fixtures/real-keys.ts';
import { screensOf, test } from './fixtures/shop.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

const pin = '493716';

test('pages of a locked account stand still where that is chosen, and go on with what was typed', async ({
  launch,
  shop,
}) => {
  test.setTimeout(120_000);
  const hotseat = await launch();
  const page = await shop.settle(hotseat, ['Ana']);
  const { screen, workspace } = screensOf(hotseat);
  const settings = await screen.openSettings();
  await settings.dialog.getByText('Keep pages of locked accounts').click();
  await settings.close();
  await setUpPin(screen, 'Ana', pin);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { value: 'half a sentence' }));
    setInterval(() => void fetch('/tick').catch(() => undefined), 50);
    const work = new Blob([`setInterval(() => fetch('${location.origin}/work').catch(() => 0), 50)`]);
    Object.assign(window, { worker: new Worker(URL.createObjectURL(work)) });
  });
  const asked = (): number =>
    shop.own.asked.filter(({ path }) => path === '/tick' || path === '/work').length;
  await expect.poll(() => new Set(shop.own.asked.map(({ path }) => path))).toContain('/work');

  await pressKeys('ctrl+l');
  await expect(screen.accounts.row('Ana')).toContainText('Locked');
  await expect(workspace.region).toBeHidden();
  // What had left already arrives.
  await hotseat.window.waitForTimeout(1_000);
  const before = asked();
  await hotseat.window.waitForTimeout(2_000);
  expect(asked()).toBe(before);

  await screen.accounts.row('Ana').click();
  await new UnlockDialog(hotseat.window, 'Ana').guess(pin);
  await expect(screen.activeUser).toContainText('Ana');
  expect(await workspace.inSight(shop.own.origin)).toBe(page);
  await expect(page.locator('input')).toHaveValue('half a sentence');
  await expect.poll(asked).toBeGreaterThan(before + 3);

  await settings.dialog.waitFor({ state: 'detached' });
  const again = await screen.openSettings();
  await again.switchingRule(/^Locks the account/u).click();
  await expect(again.dialog.getByRole('checkbox', { name: 'Keep pages of locked accounts' })).toBeDisabled();
  await again.close();
  await pressKeys('ctrl+l');
  await expect.poll(() => page.isClosed()).toBe(true);
});
