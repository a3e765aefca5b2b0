import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as rest } from 'node:timers/promises';
import { launchHotseat } from '../e2e/fixtures/hotseat.ts';
import { focusWindowOf, pressKeys } from '../e2e/fixtures/real-keys.ts';
import { drawIn, pictureOfWindow } from '../e2e/fixtures/window-picture.ts';
import { HotseatScreen } from '../e2e/screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from '../e2e/screens/locks.ts';
import { QuickSwitcher } from '../e2e/screens/quick-switcher.ts';
import { at } from './project.mjs';
import { say } from './say.mjs';

/** The pictures of the docs: each main screen in light and dark. */
const hotseat = await launchHotseat();
const { app, window, pid } = hotseat;
const screen = new HotseatScreen(window);
const pin = '493716';

/** @param {string} name */
const take = async (name) => {
  for (const colours of /** @type {const} */ (['light', 'dark'])) {
    await drawIn(app, colours);
    // Of what has come to rest.
    await rest(600);
    await writeFile(at('docs', 'pictures', `${name}-${colours}.png`), await pictureOfWindow(app));
  }
  say(`  ${name}`);
};

/** @param {string[]} keys */
const press = async (...keys) => {
  await focusWindowOf(pid);
  await pressKeys(...keys);
};

try {
  await drawIn(app, 'light');
  await screen.addAccountButton.waitFor();
  await take('first-start');
  for (const name of ['Ben Okafor', 'Mei Lin', 'Tom Adler', 'Emma Stone']) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`;
    await screen.createAccount({ name, email, password: `a password of ${name}` });
    await screen.activeUser.getByText(name, { exact: true }).first().waitFor();
  }
  await screen.accounts.choose('Tom Adler', 'Log out');
  await (await screen.notebookOf('Emma Stone')).add('Call the lab about Tuesday’s samples.');
  await window.mouse.move(0, 0);
  await take('main-window');

  await press('ctrl+k');
  await new QuickSwitcher(window).dialog.waitFor();
  await take('quick-switcher');
  await press('Escape');

  const settings = await screen.openSettings();
  await take('settings');
  await settings.close();

  await setUpPin(screen, 'Emma Stone', pin);
  await press('ctrl+l');
  await screen.accounts.row('Emma Stone').click();
  await new UnlockDialog(window, 'Emma Stone').dialog.waitFor();
  await take('unlock');
  await new UnlockDialog(window, 'Emma Stone').guess(pin);
  await screen.activeUser.getByText('Emma Stone', { exact: true }).first().waitFor();

  await screen.accounts.choose('Ben Okafor', 'Remove from this computer…');
  await screen.removal('Ben Okafor').waitFor();
  await take('removal');
  await press('Escape');

  await window.getByRole('tab', { name: 'Request' }).click();
  await take('request');
} finally {
  await hotseat.close();
  await rm(hotseat.profile, { recursive: true, force: true, maxRetries: 5 });
}
