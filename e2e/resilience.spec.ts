import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canary } from './fixtures/canaries.ts';
import { expect, test } from './fixtures/hotseat.ts';

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
