import { expect, type Hotseat } from './fixtures/hotseat.ts';
import { screensOf, test } from './fixtures/shop.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

/** Stands in for the system's dialogs, which nobody here could press: notes which open, and which are taken back. */
const noteDialogs = async ({ app }: Hotseat): Promise<() => Promise<unknown>> => {
  await app.evaluate(({ dialog }) => {
    const noted: string[] = [];
    Reflect.set(globalThis, 'dialogs', noted);
    const open = (_window: unknown, options: { message: string; signal: AbortSignal }) =>
      new Promise((settle) => {
        noted.push(options.message);
        options.signal.addEventListener('abort', () => {
          noted.push(`${options.message} gone`);
          settle({ response: 1, checkboxChecked: false });
        });
      });
    Reflect.set(dialog, 'showMessageBox', open);
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'dialogs') as unknown);
};

test('F6: a page opens no dialog over another account, and its open one goes with its account', async ({
  launch,
  shop,
}) => {
  const hotseat = await launch();
  const { screen } = screensOf(hotseat);
  const bens = await shop.settle(hotseat, ['Ana', 'Ben']);
  const anas = await shop.switchTo(hotseat, 'Ana', bens);
  const dialogs = await noteDialogs(hotseat);
  expect(await bens.evaluate(() => [alert('Hear Ben'), confirm('Is Ben right?')])).toEqual([
    undefined,
    false,
  ]);
  expect(await dialogs()).toEqual([]);

  const asked = anas.evaluate(() => confirm('Is Ana right?'));
  await expect.poll(dialogs).toEqual(['Is Ana right?']);
  await screen.accounts.row('Ben').click();
  expect(await asked).toBe(false);
  expect(await dialogs()).toEqual(['Is Ana right?', 'Is Ana right? gone']);
  expect(await anas.evaluate(() => confirm('And now?')), 'nor later').toBe(false);

  const last = bens.evaluate(() => confirm('Is Ben right?')).catch(() => 'closed');
  await expect.poll(dialogs).toContain('Is Ben right?');
  await screen.accounts.choose('Ben', 'Log out');
  await expect.poll(dialogs).toContain('Is Ben right? gone');
  expect(await last).not.toBe(true);
});

test('F6: a window whose page does not want to be left closes all the same, and Hotseat quits', async ({
  launch,
  shop,
}) => {
  const hotseat = await launch();
  const anas = await shop.settle(hotseat, ['Ana']);
  const openStubborn = async (name: string): Promise<void> => {
    const popping = anas.context().waitForEvent('page');
    await anas.evaluate((target) => {
      document.addEventListener('click', () => window.open(`/${target}`, target), { once: true });
    }, name);
    await anas.locator('body').click();
    const popup = await popping;
    await popup.waitForLoadState();
    await popup.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    // Chromium asks only for pages that somebody has pressed something in.
    await popup.mouse.click(50, 50);
  };
  const children = () =>
    hotseat.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().filter((window) => window.getParentWindow()).length,
    );
  await openStubborn('first');
  expect(await children()).toBe(1);
  await hotseat.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getParentWindow())
      ?.close(),
  );
  await expect.poll(children).toBe(0);
  await openStubborn('second');
  await hotseat.close();
});
