import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canary, searchFolder } from './fixtures/canaries.ts';
import { startDirectoryServer, type DirectoryServer } from './fixtures/directory-server.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person, type Person } from './fixtures/person.ts';
import { startStoringSite, storedIn, storeEverywhere, type StoringSite } from './fixtures/storing-site.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { Removals } from './screens/removals.ts';
import { Workspace } from './screens/workspace.ts';

// Each test runs Hotseat more than once, a server of accounts and a website.
test.describe.configure({ timeout: 240_000 });

/** A busy computer takes its time to open the list. */
const slowStartMs = 30_000;

let server: DirectoryServer;
let site: StoringSite;

test.beforeEach(async () => {
  server = await startDirectoryServer();
  site = await startStoringSite();
});
test.afterEach(async () => {
  await server.stop();
  await site.stop();
});

const open = (hotseat: Hotseat) => ({
  screen: new HotseatScreen(hotseat.window),
  workspace: new Workspace(hotseat),
  removals: new Removals(hotseat.window),
});

/** Everything about them is a canary, the name too. */
const canaryPerson = (mark: string): Person => ({ ...person(mark), name: canary(mark, 'name') });

const addShop = (screen: HotseatScreen): Promise<void> =>
  screen.addServer({
    name: 'Shop',
    baseUrl: server.baseUrl,
    appId: 'hotseat-directory',
    workspaceUrl: `${site.origin}/`,
  });

const createAt = async (screen: HotseatScreen, service: string, credentials: Person): Promise<void> => {
  const dialog = await screen.openAddAccount();
  await dialog.chooseService(service);
  await dialog.submitCreateAccount(credentials);
  await dialog.dialog.waitFor({ state: 'detached' });
  await expect(screen.activeUser).toContainText(credentials.name);
};

/** Ids of the users whose web sessions have a folder. */
const webFolders = (profile: string): readonly string[] => namesIn(join(profile, 'Partitions'));

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

const placesOf = async (profile: string, texts: readonly string[]): Promise<readonly string[]> =>
  (await searchFolder(profile, texts)).map(
    ({ place, encoding, canary: text }) =>
      `${text.slice(0, 20)} in ${place.slice(profile.length)} (${encoding})`,
  );

/** Waits until the newest removal is over. */
const expectOver = async (hotseat: Hotseat, count = 1): Promise<void> => {
  const { screen, removals } = open(hotseat);
  await expect(async () => {
    const settings = await screen.openSettings();
    const texts = await removals.receipts.allInnerTexts();
    await settings.close();
    expect(texts).toHaveLength(count);
    for (const text of texts) expect(text).toContain('Everything is erased');
  }).toPass({ timeout: 30_000 });
};

test('G3, G5: after a removal and a restart nothing of the account is in the whole profile, and all of the other', async ({
  launch,
}) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  const { screen, workspace, removals } = open(first);
  await addShop(screen);
  const [ana, ben] = [canaryPerson('Ana'), canaryPerson('Ben')];
  const [anasText, bensText] = [canary('Ana', 'note'), canary('Ben', 'note')];
  await createAt(screen, 'Shop', ben);
  const bens = await workspace.inSight(site.origin, '/');
  await storeEverywhere(bens, bensText);
  await createAt(screen, 'Shop', ana);
  await storeEverywhere(await workspace.otherInSight(bens, site.origin, '/'), anasText);
  expect(webFolders(profile)).not.toEqual([]);
  expect(webFolders(profile).join(' '), 'G5').not.toMatch(/canary|@/iu);

  const ofAna = [ana.email, ana.name, anasText];
  expect(new Set((await searchFolder(profile, ofAna)).map((hit) => hit.canary))).toEqual(new Set(ofAna));
  await screen.remove(ana.name);
  await removals.offer.click();
  const [newest] = await removals.receipts.all();
  if (!newest) throw new Error('There is no receipt');
  await expect(newest).toContainText('App Services server');
  await expect(removals.step(newest, 'Name, e-mail and entry in the list')).toContainText('Erased');
  // At once, but for a worker of the page that still runs.
  await expect(removals.step(newest, 'Cookies and data of its pages')).toContainText(/erased/iu);
  await expect(removals.step(newest, 'Cookies and data of its pages')).not.toContainText('Could not');
  await expect(removals.step(newest, 'Folder of its pages')).toContainText('erased when it starts next');
  await first.close();

  const second = await launch({ profile });
  await expectOver(second);
  // A keyring that did not answer in time has Ben logged out; what is his is there all the same.
  await expect(open(second).screen.accounts.row(ben.name)).toBeVisible();
  await second.close();
  expect(await placesOf(profile, ofAna)).toEqual([]);
  const ofBen = [ben.email, ben.name, bensText];
  expect(new Set((await searchFolder(profile, ofBen)).map((hit) => hit.canary))).toEqual(new Set(ofBen));
  expect(namesIn(join(profile, 'removals'))).toEqual([]);
  const receipts = readFileSync(join(profile, 'receipts', 'receipts.json'), 'utf8');
  expect(receipts, 'the receipt names nobody').not.toContain('userId');
});

test('G3: with “Also delete the account” nothing is left in the directory’s database either', async ({
  launch,
}) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  const { screen } = open(first);
  const ana = canaryPerson('Ana');
  const note = canary('Ana', 'note');
  await screen.createAccount(ana);
  await (await screen.notebookOf(ana.name)).add(note);
  await screen.createAccount(person('Ben'));
  await screen.accounts.choose(ana.name, 'Remove from this computer…');
  await screen.removal(ana.name).getByText('Also delete the account').click();
  await screen.removal(ana.name).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(screen.accounts.rows).toHaveCount(1);
  await first.close();
  const second = await launch({ profile });
  await expectOver(second);
  await second.close();
  expect(await placesOf(profile, [ana.email, ana.name, note])).toEqual([]);
});

test('a log out signs the workspace out too, and leaves what its pages stored', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await addShop(screen);
  const ana = person('Ana');
  const text = canary('Ana', 'note');
  await createAt(screen, 'Shop', ana);
  await storeEverywhere(await workspace.inSight(site.origin, '/'), text);
  await screen.accounts.choose('Ana', 'Log out');
  await expect(screen.accounts.row('Ana')).toContainText('Logged out');
  await expect.poll(() => workspace.alive(site.origin).length).toBe(0);
  await screen.accounts.choose('Ana', 'Log in again');
  await new AccountDialog(hotseat.window, 'Log in again as Ana').submitPassword(ana.password);
  await expect(screen.activeUser).toContainText('Ana');
  expect(await storedIn(await workspace.inSight(site.origin, '/'))).toEqual({ cookie: '', local: text });
});

/** What can be seen from outside of how far a removal is. */
const steps = {
  'its tombstone stands': (profile: string) => namesIn(join(profile, 'removals')).length > 0,
  'its receipt is begun': (profile: string) => existsSync(join(profile, 'receipts', 'receipts.json')),
  'its session is erased': (profile: string) => {
    const [leaving] = namesIn(join(profile, 'removals'));
    return leaving !== undefined && !existsSync(join(profile, 'sessions', `${leaving}.json`));
  },
  'it is over': (profile: string) =>
    existsSync(join(profile, 'receipts', 'receipts.json')) &&
    readFileSync(join(profile, 'receipts', 'receipts.json'), 'utf8').includes('atNextStart'),
};

for (const [step, isReached] of Object.entries(steps))
  test(`G2: a removal that is killed when ${step} finishes by itself`, async ({ launch }) => {
    const profile = await newProfile();
    const first = await launch({ profile });
    const { screen, workspace } = open(first);
    await addShop(screen);
    const ana = canaryPerson('Ana');
    const text = canary('Ana', 'note');
    await createAt(screen, 'Shop', ana);
    await storeEverywhere(await workspace.inSight(site.origin, '/'), text);
    await createAt(screen, 'Shop', person('Ben'));
    await screen.accounts.choose(ana.name, 'Remove from this computer…');
    const pressed = screen
      .removal(ana.name)
      .getByRole('button', { name: 'Remove', exact: true })
      .click()
      .catch(() => undefined);
    await expect.poll(() => isReached(profile), { intervals: [1] }).toBe(true);
    await first.kill();
    await pressed;

    const second = await launch({ profile });
    await expect(open(second).screen.accounts.rows).toHaveCount(1, { timeout: slowStartMs });
    await expectOver(second);
    await second.close();
    expect(await placesOf(profile, [ana.email, ana.name, text])).toEqual([]);
  });

test('all accounts are removed together, from the settings, and leave their receipts until the list is cleared', async ({
  launch,
}) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  const { screen, removals } = open(first);
  const people = ['Ana', 'Ben', 'Cleo'].map(canaryPerson);
  for (const one of people) await screen.createAccount(one);
  const settings = await screen.openSettings();
  await expect(removals.region).toContainText('No account has been removed from this computer.');
  await removals.askToRemoveAll(settings);
  await expect(removals.question).toContainText('all 3 accounts');
  await expect(removals.question).toContainText('live on at their services');
  await removals.question.getByRole('button', { name: 'Remove all' }).click();
  await expect(first.window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
  await expect(first.window.getByText('3 accounts removed from this computer.')).toBeVisible();
  await first.close();

  const second = await launch({ profile });
  await expectOver(second, 3);
  const again = open(second);
  const reopened = await again.screen.openSettings();
  await expect(again.removals.region.getByRole('button', { name: 'Remove all accounts…' })).toHaveCount(0);
  await again.removals.clear.click();
  await expect(again.removals.receipts).toHaveCount(0);
  await expect(again.removals.clear).toHaveCount(0);
  await reopened.close();
});
