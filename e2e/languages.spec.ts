import { expect, test } from './fixtures/hotseat.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('another language is spoken at once, and after a restart', async ({ launch }) => {
  const hotseat = await launch();
  console.log(await hotseat.window.evaluate(async () => { try { await import(document.querySelector('script')?.src ?? ''); return document.body.innerHTML.slice(0,300); } catch (e) { return String((e as Error).stack); } }));
  const screen = new HotseatScreen(hotseat.window);
  const settings = await screen.openSettings();
  await expect(settings.dialog.getByRole('button', { name: /Language$/u })).toBeVisible();
  await settings.dialog.getByRole('button', { name: /Language$/u }).click();
  await hotseat.window.getByRole('option', { name: 'Deutsch' }).click();
  await expect(hotseat.window.getByRole('button', { name: /Sprache$/u })).toBeVisible();
  await hotseat.window.screenshot({ path: '/tmp/t/lang1.png' });
});
