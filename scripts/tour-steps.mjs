import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDirectoryServer } from '../e2e/fixtures/directory-server.ts';
import { launchHotseat } from '../e2e/fixtures/hotseat.ts';
import { startOpenIdProvider } from '../e2e/fixtures/openid-provider.ts';
import { digitKeycode, focusWindowOf, pressKeys } from '../e2e/fixtures/real-keys.ts';
import { drawIn, pictureOfWindow } from '../e2e/fixtures/window-picture.ts';
import { AccountDialog } from '../e2e/screens/account-dialog.ts';
import { HotseatScreen } from '../e2e/screens/hotseat-screen.ts';
import { at } from './project.mjs';
import { say } from './say.mjs';

/** The guided tour: what a new person would do first, in the real window, with a picture of each step. */
const folder = at('out', 'tour');
const server = await startDirectoryServer();
const provider = await startOpenIdProvider([]);
await mkdir(folder, { recursive: true });
const hotseat = await launchHotseat();
const { window } = hotseat;
const screen = new HotseatScreen(window);
let steps = 0;

/** @param {string} what @param {() => Promise<void>} [action] */
const step = async (what, action) => {
  await action?.();
  // Pictures of what has come to rest.
  await window.waitForTimeout(400);
  steps += 1;
  const name = `${String(steps).padStart(2, '0')}-${what.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.png`;
  await writeFile(join(folder, name), await pictureOfWindow(hotseat.app));
  say(`${String(steps).padStart(2)}  ${what}`);
};

/** @param {string} name */
const isActive = (name) => screen.activeUser.getByText(name, { exact: true }).first().waitFor();

/** @param {string} name */
const create = async (name) => {
  const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`;
  await screen.createAccount({ name, email, password: `a password of ${name}` });
  await isActive(name);
};

try {
  await drawIn(hotseat.app, 'light');
  await screen.addAccountButton.waitFor();
  await step('The first start');
  await step('Adding an account', async () => {
    await screen.openAddAccount();
  });
  await step('Emma has the seat', async () => {
    await window.keyboard.press('Escape');
    await create('Emma Stone');
  });
  await step('A note of her own', async () =>
    (await screen.notebookOf('Emma Stone')).add('Call the lab about Tuesday’s samples.'),
  );
  await step('Ben is added and has the seat', () => create('Ben Okafor'));
  await step('Mei is added', () => create('Mei Lin'));
  await step('Switched to Emma by click', async () => {
    await screen.accounts.row('Emma Stone').click();
    await isActive('Emma Stone');
    await (await screen.notebookOf('Emma Stone')).notes.first().waitFor();
  });
  await step('Switched to Ben by Ctrl+2', async () => {
    await focusWindowOf(hotseat.pid);
    await pressKeys(`ctrl+${digitKeycode(2)}`);
    await isActive('Ben Okafor');
  });
  await step('Mei is logged out and stays in the list', async () => {
    await screen.accounts.choose('Mei Lin', 'Log out');
    await screen.accounts.row('Mei Lin').getByText('Logged out').waitFor();
  });
  await step('Logging in again as Mei', async () => {
    await screen.accounts.row('Mei Lin').click();
    await window.getByRole('dialog', { name: 'Log in again as Mei Lin' }).waitFor();
  });
  await step('Removing Ben asks first', async () => {
    await window.keyboard.press('Escape');
    await screen.accounts.choose('Ben Okafor', 'Remove from this computer…');
    await screen.removal('Ben Okafor').waitFor();
  });
  await step('Ben is removed and Emma has the seat', async () => {
    await screen.removal('Ben Okafor').getByRole('button', { name: 'Remove', exact: true }).click();
    await isActive('Emma Stone');
    await (await screen.notebookOf('Emma Stone')).notes.first().waitFor();
  });
  await step('The settings and their services', async () => {
    await screen.addServer({ name: 'The lab', baseUrl: server.baseUrl, appId: 'hotseat-directory' });
    await screen.addIssuer({ name: 'The clinic', issuer: provider.issuer, clientId: provider.clientId });
    await screen.openSettings();
  });
  await step('Ways to log in at a server', async () => {
    await window.keyboard.press('Escape');
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('The lab');
    await dialog.chooseWay('API key');
  });
  await step('A code for another device', async () => {
    const dialog = new AccountDialog(window);
    await dialog.chooseService('The clinic');
    await dialog.issuer.byDeviceCode.click();
    await dialog.issuer.qrCode.waitFor();
    // What lay under the pointer is another button now.
    await window.mouse.move(0, 0);
  });
  await step('What there is to know about Emma', async () => {
    await window.keyboard.press('Escape');
    const details = await screen.openDetails('Emma Stone');
    await details.linkButton.waitFor();
  });
  await step('The same in the dark', async () => {
    await window.keyboard.press('Escape');
    await drawIn(hotseat.app, 'dark');
  });
} finally {
  await hotseat.close();
  await server.stop();
  await provider.stop();
  await rm(hotseat.profile, { recursive: true, force: true, maxRetries: 5 });
}
