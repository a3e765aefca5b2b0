import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canary } from './fixtures/canaries.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('a page that died comes back with what main knows (F8)', async ({ launch }) => {
  const { app, window } = await launch();
  await window.getByRole('heading').first().waitFor();
  const pid = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const before = await pid();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(pid).not.toBe(before);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }): Promise<unknown> | undefined =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `hotseat.snapshot().then(({ ok }) => ok && document.querySelectorAll('h1, h2').length > 0)`,
        ),
      ),
    )
    .toBe(true);
});

test('F8: when what draws dies, main knows who is active, and the window is drawn again', async ({
  launch,
}) => {
  const { app, window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  const drawing = () =>
    app.evaluate(({ app: hotseat }) => hotseat.getAppMetrics().find(({ type }) => type === 'GPU')?.pid);
  const before = await drawing();
  expect(before, 'something draws').toBeDefined();
  if (before !== undefined) process.kill(before, 'SIGKILL');
  await expect.poll(drawing, { timeout: 20_000 }).not.toBe(before);
  await screen.accounts.row('Ana').click();
  await expect(screen.activeUser).toContainText('Ana');
  await window.evaluate(
    () =>
      new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      }),
  );
});

test('an error that nobody caught is logged without its secrets, and Hotseat lives on', async ({
  launch,
}) => {
  const { app, window, profile } = await launch();
  await window.getByRole('heading').first().waitFor();
  const secret = `Bearer ${canary('ada', 'token')}`;
  await app.evaluate((_electron, text) => {
    setImmediate(() => void Promise.reject(new Error(`rejected with ${text}`)));
  }, secret);
  await app.evaluate((_electron, text) => {
    setImmediate(() => {
      throw new Error(`thrown with ${text}`);
    });
  }, secret);
  const log = () => readFile(join(profile, 'logs', 'hotseat.log'), 'utf8').catch(() => '');
  await expect.poll(log).toContain('an exception was not caught');
  await expect.poll(log).toContain('rejected with Bearer [token]');
  await window.getByRole('button', { name: 'Add account' }).first().click();
  await window.getByRole('dialog', { name: 'Add account' }).waitFor();
});
