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

/**
 * Opens the screen anew for each picture: behind a dialog lies what the page looked like when it was opened.
 * @param {string} name
 * @param {() => Promise<void>} [open]
 * @param {() => Promise<void>} [close]
 */
const take = async (name, open, close) => {
  for (const colours of /** @type {const} */ (['light', 'dark'])) {
    await drawIn(app, colours);
    await rest(400);
    await open?.();
    await window.mouse.move(0, 0);
    // Of what has come to rest.
    await rest(600);
    await writeFile(at('docs', 'pictures', `${name}-${colours}.png`), await pictureOfWindow(app));
    await close?.();
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
  // As it is for a person: on a busy computer the keyring of the test desktop may answer late.
  const storage = window.getByRole('region', { name: 'Session storage' });
  const isEncrypted = storage.getByText('Sessions are encrypted');
  const checkAgain = storage.getByRole('button', { name: 'Check again' });
  for (;;) {
    await isEncrypted.or(checkAgain).first().waitFor();
    if (await isEncrypted.isVisible()) break;
    await checkAgain.click();
    await rest(1_000);
  }
  await take('first-start');
  for (const name of ['Ben Okafor', 'Mei Lin', 'Tom Adler', 'Emma Stone']) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`;
    await screen.createAccount({ name, email, password: `a password of ${name}` });
    await screen.activeUser.getByText(name, { exact: true }).first().waitFor();
  }
  await screen.accounts.choose('Tom Adler', 'Log out');
  await (await screen.notebookOf('Emma Stone')).add('Call the lab about Tuesday’s samples.');
  await take('main-window');

  const quickSwitcher = new QuickSwitcher(window);
  await take(
    'quick-switcher',
    async () => {
      await press('ctrl+k');
      await quickSwitcher.dialog.waitFor();
      await window.mouse.move(0, 0);
      await rest(300);
      // Whatever the pointer lay on.
      await pressKeys('Page_Up');
    },
    () => press('Escape'),
  );
  await take(
    'settings',
    async () => void (await screen.openSettings()),
    () => press('Escape'),
  );
  await take(
    'removal',
    async () => {
      await screen.accounts.choose('Ben Okafor', 'Remove from this computer…');
      await screen.removal('Ben Okafor').waitFor();
    },
    () => press('Escape'),
  );
  await take('request', () => window.getByRole('tab', { name: 'Request' }).click());

  await setUpPin(screen, 'Emma Stone', pin);
  await press('ctrl+l');
  await screen.accounts.row('Emma Stone').getByText('Locked').waitFor();
  // Its page is closed.
  await rest(1_000);
  const unlocking = new UnlockDialog(window, 'Emma Stone');
  await take(
    'unlock',
    async () => {
      await screen.accounts.row('Emma Stone').click();
      await unlocking.dialog.waitFor();
    },
    () => press('Escape'),
  );
} finally {
  await hotseat.close();
  await rm(hotseat.profile, { recursive: true, force: true, maxRetries: 5 });
}
