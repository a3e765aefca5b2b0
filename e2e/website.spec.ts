import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { signInCookie, startSignInSite, type SignInSite } from './fixtures/sign-in-site.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import type { Website } from './screens/service-form.ts';
import { Workspace } from './screens/workspace.ts';

test.describe.configure({ timeout: 120_000 });

let site: SignInSite;

test.beforeEach(async () => {
  site = await startSignInSite();
});
test.afterEach(() => site.stop());

const addWebsite = async (screen: HotseatScreen, website: Partial<Website> = {}): Promise<void> => {
  const settings = await screen.openSettings();
  const form = await settings.addService();
  await form.fillWebsite({ name: 'Desk', url: `${site.origin}/`, ...website });
  await form.checkAndAdd();
  await settings.close();
};

/** Says who they are, and is then on the page. */
const openPage = async (screen: HotseatScreen, name: string): Promise<void> => {
  const dialog = await screen.openAddAccount();
  await dialog.chooseService('Desk');
  await dialog.dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.dialog.getByRole('button', { name: 'Open the page' }).click();
  await dialog.dialog.waitFor({ state: 'detached' });
};

/** The page in sight, once it is the one that says this: a moment before it was another account's. */
const pageSaying = async (workspace: Workspace, heading: string): Promise<Page> => {
  let page = await workspace.inSight(site.origin);
  await expect(async () => {
    page = await workspace.inSight(site.origin);
    expect(await page.getByRole('heading').textContent()).toBe(heading);
  }).toPass();
  return page;
};

const enterAs = async (workspace: Workspace, user: string): Promise<void> => {
  const page = await pageSaying(workspace, 'Sign in');
  await page.getByLabel('User').fill(user);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('heading', { name: `Desk of ${user}` })).toBeVisible();
};

test('two people are signed in to one website side by side, each with cookies of their own', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { window } = hotseat;
  const screen = new HotseatScreen(window);
  const workspace = new Workspace(hotseat);
  await addWebsite(screen);
  for (const [name, user] of [
    ['Mia', 'mia'],
    ['Noah', 'noah'],
  ] as const) {
    await openPage(screen, name);
    await enterAs(workspace, user);
    await window.getByRole('button', { name: 'I’m signed in' }).click();
    await expect(screen.activeUser).toContainText(name);
  }
  await expect(workspace.region).toContainText('not verified');

  await screen.accounts.row('Mia').click();
  await (await pageSaying(workspace, 'Desk of mia')).reload();
  expect(site.asked.at(-1)?.as).toBe('mia');
  expect(site.asked.filter(({ hasToken }) => hasToken)).toEqual([]);

  await screen.accounts.choose('Mia', 'Log out');
  await expect(screen.accounts.row('Mia')).toContainText('Logged out');
  await expect(screen.activeUser).toContainText('Noah');
  await pageSaying(workspace, 'Desk of noah');

  await screen.accounts.choose('Mia', 'Log in again');
  const again = new AccountDialog(window, 'Log in again as Mia');
  await again.dialog.getByRole('button', { name: 'Open the page' }).click();
  await enterAs(workspace, 'mia');
  await window.getByRole('button', { name: 'I’m signed in' }).click();
  await expect(screen.activeUser).toContainText('Mia');
  await expect(screen.accounts.rows, 'nobody was added').toHaveCount(2);
});

test('a cookie that the service names says by itself that somebody is signed in', async ({ launch }) => {
  const hotseat = await launch();
  const { window } = hotseat;
  const screen = new HotseatScreen(window);
  const workspace = new Workspace(hotseat);
  await addWebsite(screen, { signInCookie });
  await openPage(screen, 'Mia');
  const page = await pageSaying(workspace, 'Sign in');
  await page.getByLabel('User').fill('mia');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(screen.activeUser).toContainText('Mia');
  await pageSaying(workspace, 'Desk of mia');
});

test('a sign-in that is cancelled, or left for another account, adds nobody and keeps no cookie', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { app, window, profile } = hotseat;
  const screen = new HotseatScreen(window);
  const workspace = new Workspace(hotseat);
  await addWebsite(screen);
  await openPage(screen, 'Mia');
  await enterAs(workspace, 'mia');
  await workspace.region.getByRole('button', { name: 'Cancel' }).click();
  await expect(screen.accounts.rows).toHaveCount(0);
  await workspace.expectNoneInSight();
  for (const partition of await readdir(join(profile, 'Partitions')))
    await expect
      .poll(() =>
        app.evaluate(
          ({ session }, name) =>
            session
              .fromPartition(`persist:${name}`)
              .cookies.get({})
              .then((found) => found.length),
          partition,
        ),
      )
      .toBe(0);

  await openPage(screen, 'Mia');
  await enterAs(workspace, 'mia');
  await window.getByRole('button', { name: 'I’m signed in' }).click();
  await expect(screen.activeUser).toContainText('Mia');
  await screen.createAccount(person('Ana'));
  await expect(screen.activeUser).toContainText('Ana');
  await openPage(screen, 'Noah');
  await pageSaying(workspace, 'Sign in');
  await screen.accounts.row('Mia').click();
  await expect(window.getByRole('button', { name: 'I’m signed in' })).toHaveCount(0);
  await expect(screen.accounts.rows).toHaveCount(2);
  await expect(screen.activeUser).toContainText('Mia');
});
