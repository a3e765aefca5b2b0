import { expect, test } from './fixtures/hotseat.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('another language is spoken at once, and after a restart', async ({ launch }) => {
  const hotseat = await launch();
  const { window } = hotseat;
  const settings = await new HotseatScreen(window).openSettings();
  await settings.dialog.getByRole('button', { name: /Language$/u }).click();
  await window.getByRole('option', { name: 'Deutsch' }).click();
  await expect(window.getByRole('button', { name: /Sprache$/u })).toBeVisible();
  await expect(window.locator('html')).toHaveAttribute('lang', 'de');
});
