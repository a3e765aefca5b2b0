import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startDirectoryServer, type DirectoryServer } from './fixtures/directory-server.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { hasPageFocus } from './fixtures/page-in-sight.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys, typeKeys } from './fixtures/real-keys.ts';
import { startWebSite, type WebSite } from './fixtures/web-site.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { Workspace } from './screens/workspace.ts';

// Each test runs Hotseat, a server of accounts and a website, and some of them Hotseat twice.
test.describe.configure({ timeout: 180_000 });

let server: DirectoryServer;
let site: WebSite;

test.beforeEach(async () => {
  server = await startDirectoryServer();
  site = await startWebSite();
});
test.afterEach(async () => {
  await server.stop();
  await site.stop();
});

const open = (hotseat: Hotseat) => ({
  screen: new HotseatScreen(hotseat.window),
  workspace: new Workspace(hotseat),
});

/** Adds the server with the website as its workspace, and accounts on it; the last one is active. */
const settle = async (screen: HotseatScreen, names: readonly string[]): Promise<void> => {
  await screen.addServer({
    name: 'Shop',
    baseUrl: server.baseUrl,
    appId: 'hotseat-directory',
    workspaceUrl: `${site.origin}/`,
  });
  for (const name of names) {
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Shop');
    await dialog.submitCreateAccount(person(name));
    await dialog.dialog.waitFor({ state: 'detached' });
    await expect(screen.activeUser).toContainText(name);
  }
};

const switchTo = async (screen: HotseatScreen, name: string): Promise<void> => {
  await screen.accounts.row(name).click();
  await expect(screen.activeUser).toContainText(name);
};

/** By a real key, as a person does. */
const enterPage = async (hotseat: Hotseat): Promise<void> => {
  await focusWindowOf(hotseat.pid);
  await pressKeys('F6');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);
};

test('each account has its page as it was left: the place in it, and what was typed and not sent', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana', 'Ben']);
  const bens = await workspace.inSight(site.origin, '/');
  await bens.goto(`${site.origin}/form`);
  await bens.getByLabel('Message').fill('Dear Cleo');
  await switchTo(screen, 'Ana');
  const anas = await workspace.inSight(site.origin, '/');
  expect(anas).not.toBe(bens);
  await anas.goto(`${site.origin}/long`);
  await anas.evaluate(() => window.scrollTo(0, 2_000));
  await switchTo(screen, 'Ben');
  expect(await workspace.inSight(site.origin, '/form')).toBe(bens);
  await expect(bens.getByLabel('Message')).toHaveValue('Dear Cleo');
  await switchTo(screen, 'Ana');
  expect(await workspace.inSight(site.origin, '/long')).toBe(anas);
  expect(await anas.evaluate(() => window.scrollY)).toBe(2_000);
});

test('a fifth account takes the place of the first, which comes back where it was', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana']);
  const anas = await workspace.inSight(site.origin, '/');
  await anas.getByRole('link', { name: 'Long page' }).click();
  await anas.evaluate(() => window.scrollTo(0, 1_500));
  // Chromium writes a place in a page down once it has come to rest.
  await expect.poll(() => scrollInHistory(hotseat, site.origin)).toBe(true);
  for (const name of ['Ben', 'Cleo', 'Dan', 'Eve']) {
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Shop');
    await dialog.submitCreateAccount(person(name));
    await dialog.dialog.waitFor({ state: 'detached' });
    await workspace.inSight(site.origin, '/');
  }
  await expect.poll(() => workspace.alive(site.origin).length, 'four are alive').toBe(4);
  expect(anas.isClosed()).toBe(true);
  await switchTo(screen, 'Ana');
  const again = await workspace.inSight(site.origin, '/long');
  await expect.poll(() => again.evaluate(() => window.scrollY)).toBe(1_500);
  await expect(workspace.back).toBeEnabled();
  await workspace.back.click();
  await workspace.inSight(site.origin, '/');
});

/** Has Chromium written down where the page in sight is scrolled to? */
const scrollInHistory = ({ app }: Hotseat, origin: string): Promise<boolean> =>
  app.evaluate(({ webContents }, wanted) => {
    const page = webContents.getAllWebContents().find((one) => one.getURL().startsWith(wanted));
    const state = page?.navigationHistory.getAllEntries().at(-1)?.pageState ?? '';
    // 1,500 as a 32-bit number, little endian, somewhere in it.
    return atob(state).includes('\xdc\x05\x00\x00');
  }, origin);

test('a restart resumes where everybody was', async ({ launch }) => {
  const profile = await newProfile();
  const hotseat = await launch({ profile });
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana', 'Ben']);
  const bens = await workspace.inSight(site.origin, '/');
  await bens.getByRole('link', { name: 'Other page' }).click();
  await workspace.inSight(site.origin, '/other');
  await workspace.choose('Zoom in');
  await switchTo(screen, 'Ana');
  await (await workspace.inSight(site.origin, '/')).getByRole('link', { name: 'Form' }).click();
  await workspace.inSight(site.origin, '/form');
  await hotseat.close();

  const again = open(await launch({ profile }));
  await expect(again.screen.activeUser).toContainText('Ana', { timeout: 20_000 });
  await again.workspace.inSight(site.origin, '/form');
  expect(again.workspace.alive(site.origin), 'nobody else is alive').toHaveLength(1);
  await switchTo(again.screen, 'Ben');
  await again.workspace.inSight(site.origin, '/other');
  await expect(again.workspace.region).toContainText('110 %');
  await again.workspace.back.click();
  await again.workspace.inSight(site.origin, '/');
});

test('log out ends the page at once, and nothing of where it was comes back', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  const ana = person('Ana');
  await settle(screen, ['Ben']);
  await screen.createAccount(ana);
  await switchTo(screen, 'Ben');
  const bens = await workspace.inSight(site.origin, '/');
  await bens.getByRole('link', { name: 'Other page' }).click();
  await workspace.inSight(site.origin, '/other');
  const bensId = await activeId(hotseat);
  const kept = () => existsSync(join(hotseat.profile, 'workspaces', `${bensId}.json`));
  await expect.poll(kept, { timeout: 15_000 }).toBe(true);
  await screen.accounts.choose('Ben', 'Log out');
  await expect(screen.activeUser).toContainText('Ana');
  await expect.poll(() => workspace.alive(site.origin).length).toBe(0);
  await expect.poll(kept).toBe(false);
});

const activeId = async (hotseat: Hotseat): Promise<string | undefined> => {
  const snapshot = await hotseat.window.evaluate(() => window.hotseat.snapshot());
  return snapshot.ok ? snapshot.value.activeId : undefined;
};

test('a page that ended is said to have, and comes back where it was', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana']);
  const anas = await workspace.inSight(site.origin, '/');
  await anas.goto(`${site.origin}/other`);
  await hotseat.app.evaluate(({ webContents }, origin) => {
    webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith(origin))
      ?.forcefullyCrashRenderer();
  }, site.origin);
  await expect(workspace.alert).toContainText('The page has ended');
  await workspace.region.getByRole('button', { name: 'Try again' }).click();
  await expect(workspace.alert).toBeHidden();
  await expect.poll(() => titleInSight(hotseat, site.origin)).toBe('Other');
});

test('F8: a page that hangs keeps nobody from switching, there and back', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana', 'Ben']);
  const bens = await workspace.inSight(site.origin, '/');
  await enterPage(hotseat);
  const isStuck = bens.evaluate(() => {
    for (;;);
  });
  isStuck.catch(() => undefined);
  await pressKeys('a');
  await pressKeys('ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
  await workspace.inSight(site.origin, '/');
  await pressKeys('ctrl+2');
  await expect(screen.activeUser).toContainText('Ben');
  await pressKeys('ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
});

test('C7: without a network a start has everybody, one switches as ever, and both say what cannot be reached', async ({
  launch,
}) => {
  const before = await launch();
  await settle(open(before).screen, ['Ana', 'Ben']);
  await open(before).workspace.inSight(site.origin, '/');
  await before.close();
  await server.stop();
  await site.stop();

  const hotseat = await launch({ profile: before.profile });
  const { screen, workspace } = open(hotseat);
  await expect(screen.activeUser).toContainText('Ben', { timeout: 20_000 });
  // A page that is resumed comes from its cache.
  await workspace.inSight(site.origin, '/');
  await workspace.reload.click();
  await expect(workspace.alert).toContainText('cannot be reached');
  await switchTo(screen, 'Ana');
  const details = await screen.openDetails('Ana');
  await expect(details.dialog.getByRole('alert')).toContainText('cannot be reached');
  await details.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(
    screen.accounts.row('Ana').getByRole('button', { name: 'Needs attention: Ana' }),
  ).toBeVisible();
  await switchTo(screen, 'Ben');
});

/** By main's word: Playwright keeps no page that has crashed. */
const titleInSight = ({ app }: Hotseat, origin: string): Promise<string | undefined> =>
  app.evaluate(
    ({ webContents }, wanted) =>
      webContents
        .getAllWebContents()
        .find((one) => one.getURL().startsWith(wanted))
        ?.getTitle(),
    origin,
  );

test('a server that is away, or fails with nothing to say, has a calm page; one that says something is shown', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana']);
  const anas = await workspace.inSight(site.origin, '/');
  await site.stop();
  await workspace.reload.click();
  await expect(workspace.alert).toContainText('cannot be reached');
  await workspace.expectNoneInSight();
  await site.start();
  await workspace.region.getByRole('button', { name: 'Try again' }).click();
  await expect(workspace.alert).toBeHidden();
  await workspace.inSight(site.origin, '/');
  await anas.goto(`${site.origin}/broken`).catch(() => undefined);
  await expect(workspace.alert).toContainText('has a fault');
  await workspace.home.click();
  await workspace.inSight(site.origin, '/');
  await anas.goto(`${site.origin}/sorry`);
  await expect((await workspace.inSight(site.origin, '/sorry')).getByText('Back soon.')).toBeVisible();
});

test('keys reach Hotseat while the page has the focus: switching, the focus, back, zoom, and the search', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana', 'Ben']);
  const bens = await workspace.inSight(site.origin, '/');
  await enterPage(hotseat);
  await bens.getByRole('link', { name: 'Other page' }).focus();
  await pressKeys('Return');
  await workspace.inSight(site.origin, '/other');
  await pressKeys('alt+Left');
  await workspace.inSight(site.origin, '/');
  await pressKeys('alt+Right');
  await workspace.inSight(site.origin, '/other');
  await pressKeys('ctrl+plus');
  await expect(workspace.region).toContainText('110 %');
  await pressKeys('ctrl+0');
  await expect(workspace.region).not.toContainText('110 %');

  await pressKeys('ctrl+f');
  await expect(workspace.search).toBeFocused();
  await typeKeys('needle');
  await expect(workspace.region).toContainText('1 of 3');
  await pressKeys('Return');
  await expect(workspace.region).toContainText('2 of 3');
  await pressKeys('Escape');
  await expect(workspace.search).toBeHidden();
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);

  await pressKeys('ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
  await workspace.inSight(site.origin, '/');
  await expect.poll(() => hasPageFocus(hotseat), 'the focus came along').toBe(true);
  await pressKeys('F6');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(false);
  await pressKeys('ctrl+2');
  await expect(screen.activeUser).toContainText('Ben');
});

test('what the window draws over the page is seen, and the page comes back after it', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana']);
  await workspace.inSight(site.origin, '/');
  const settings = await screen.openSettings();
  await workspace.expectNoneInSight();
  await settings.close();
  await workspace.inSight(site.origin, '/');
});

test('fewer workspaces are kept open when the person says so', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana', 'Ben', 'Cleo']);
  await workspace.inSight(site.origin, '/');
  await expect.poll(() => workspace.alive(site.origin).length).toBe(3);
  await hotseat.window.evaluate(() => window.hotseat.execute('changeSettings', { liveWorkspaces: 1 }));
  await expect.poll(() => workspace.alive(site.origin).length).toBe(1);
  await workspace.inSight(site.origin, '/');
});

test('a page that has something unsaved asks before the window leaves it', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, workspace } = open(hotseat);
  await settle(screen, ['Ana']);
  const page = await workspace.inSight(site.origin, '/');
  await page.goto(`${site.origin}/unsaved`);
  await page.getByLabel('Message').fill('Dear Ben');
  await answerQuestion(hotseat, 'Stay');
  await workspace.home.click();
  await expect.poll(() => askedQuestions(hotseat)).toBe(1);
  await expect(page.getByLabel('Message')).toHaveValue('Dear Ben');
  await answerQuestion(hotseat, 'Leave');
  await workspace.home.click();
  // Still the page that was not left, so it asks once more.
  await expect.poll(() => askedQuestions(hotseat)).toBe(1);
  await workspace.inSight(site.origin, '/');
});

/** A stand-in for the system's own dialog, which no test can press: answers with a button, and counts. */
const answerQuestion = ({ app }: Hotseat, button: string): Promise<void> =>
  app.evaluate(({ dialog }, label) => {
    const asked = { count: 0 };
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, { buttons }: { buttons: string[] }) => {
        asked.count += 1;
        // A person answers later than Chromium has heard that the page stays.
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { response: buttons.indexOf(label), checkboxChecked: false };
      },
    });
  }, button);

const askedQuestions = ({ app }: Hotseat): Promise<number> =>
  app.evaluate(() => {
    const asked: unknown = Reflect.get(globalThis, 'asked');
    return typeof asked === 'object' && asked !== null && 'count' in asked ? Number(asked.count) : 0;
  });
