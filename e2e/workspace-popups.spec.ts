import { expect, type Hotseat } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { authorizationsOf, screensOf, test } from './fixtures/shop.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

const childWindows = ({ app }: Hotseat) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.getParentWindow() !== null)
      .map((window) => ({
        title: window.getTitle(),
        isVisible: window.isVisible(),
        partition: window.webContents.session.getStoragePath(),
      })),
  );

test('F6: a page opens a window when the person presses something; it is seen with the page only and ends with it', async ({
  launch,
  shop,
}) => {
  const { own, api } = shop;
  const hotseat = await launch();
  const { screen } = screensOf(hotseat);
  const anas = await shop.settle(hotseat, ['Ana']);
  expect(await anas.evaluate(() => window.open('/other', 'unasked', 'width=400,height=300') === null)).toBe(
    true,
  );
  await anas.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Sign in';
    button.addEventListener('click', () => {
      Reflect.set(
        globalThis,
        'popup',
        window.open('/other', 'asked', 'width=400,height=300,frame=no,alwaysOnTop=yes'),
      );
    });
    document.body.append(button);
  });
  const popping = anas.context().waitForEvent('page');
  await anas.getByRole('button', { name: 'Sign in' }).click();
  const popup = await popping;
  await expect.poll(() => popup.url()).toBe(`${own.origin}/other`);
  const [child, ...others] = await childWindows(hotseat);
  expect(others).toEqual([]);
  expect(child?.title).toBe(`${own.origin} — Ana`);
  expect(child?.isVisible).toBe(true);
  await popup.evaluate((url) => {
    document.cookie = 'in=popup';
    return fetch(url);
  }, `${api.origin}/from-popup`);
  expect(await anas.evaluate(() => document.cookie)).toBe('in=popup');
  expect(authorizationsOf(api, '/from-popup')[0]).toMatch(/^Bearer ey/u);
  expect(await popup.evaluate(() => 'hotseat' in globalThis)).toBe(false);
  await popup.evaluate(() => (location.href = 'file:///etc/passwd'));
  await popup.waitForTimeout(100);
  expect(popup.url()).toBe(`${own.origin}/other`);

  await shop.create(screen, person('Ben'));
  await expect
    .poll(async () => (await childWindows(hotseat)).map(({ isVisible }) => isVisible))
    .toEqual([false]);
  await screen.accounts.row('Ana').click();
  await expect
    .poll(async () => (await childWindows(hotseat)).map(({ isVisible }) => isVisible))
    .toEqual([true]);
  await screen.accounts.choose('Ana', 'Log out');
  await expect.poll(() => childWindows(hotseat)).toEqual([]);
});
