import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { askEveryhow, carrying, notCarrying } from './fixtures/asking-everyhow.ts';
import { canary, searchBytes, searchFolder } from './fixtures/canaries.ts';
import { startDirectoryServer, type DirectoryServer } from './fixtures/directory-server.ts';
import { selfSigned, startFaultServer } from './fixtures/fault-server.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { watchBrowser } from './fixtures/opened-outside.ts';
import { person, type Person } from './fixtures/person.ts';
import { signInAt, startOpenIdProvider } from './fixtures/openid-provider.ts';
import { startRecordingSite, type RecordingSite } from './fixtures/recording-site.ts';
import { startSystemBrowser } from './fixtures/system-browser.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { Workspace } from './screens/workspace.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

let server: DirectoryServer;
/** Where the workspace is, what its accounts' tokens are for, and somebody else's. */
let own: RecordingSite;
let api: RecordingSite;
let foreign: RecordingSite;

test.beforeEach(async () => {
  server = await startDirectoryServer();
  own = await startRecordingSite();
  api = await startRecordingSite({ apiOf: server.baseUrl });
  foreign = await startRecordingSite({ host: 'localhost' });
});
test.afterEach(async () => {
  for (const running of [server, own, api, foreign]) await running.stop();
});

const open = (hotseat: Hotseat) => ({
  screen: new HotseatScreen(hotseat.window),
  workspace: new Workspace(hotseat),
});

const addShop = (screen: HotseatScreen, workspaceUrl = `${own.origin}/`): Promise<void> =>
  screen.addServer({ name: 'Shop', baseUrl: api.origin, appId: 'hotseat-directory', workspaceUrl });

const create = async (screen: HotseatScreen, who: Person): Promise<void> => {
  const dialog = await screen.openAddAccount();
  await dialog.chooseService('Shop');
  await dialog.submitCreateAccount(who);
  await dialog.dialog.waitFor({ state: 'detached' });
  await expect(screen.activeUser).toContainText(who.name);
};

/** The shop, and accounts in it; the page of the last one. */
const settle = async (hotseat: Hotseat, names: readonly string[]): Promise<Page> => {
  const { screen, workspace } = open(hotseat);
  await addShop(screen);
  for (const name of names) await create(screen, person(name));
  return workspace.inSight(own.origin);
};

/** Switches, and waits for the account's own page: the other's is of the same origin. */
const switchTo = async (hotseat: Hotseat, name: string, from: Page): Promise<Page> => {
  const { screen, workspace } = open(hotseat);
  await screen.accounts.row(name).click();
  await expect(screen.activeUser).toContainText(name);
  let page = from;
  await expect(async () => {
    page = await workspace.inSight(own.origin);
    expect(page).not.toBe(from);
  }).toPass();
  return page;
};

const authorizationsOf = (site: RecordingSite, path: string): readonly (string | undefined)[] =>
  site.asked
    .filter((one) => one.path === path && one.method !== 'OPTIONS')
    .map(({ headers }) => headers.authorization);

const bearerAt = async (page: Page, path: string): Promise<string> => {
  await page.evaluate((url) => fetch(url), api.origin + path);
  const [authorization] = authorizationsOf(api, path);
  expect(authorization).toMatch(/^Bearer ey/u);
  return authorization?.slice('Bearer '.length) ?? '';
};

test('C5, C8: the token goes with what the service’s own page asks its API for, and with nothing else', async ({
  launch,
}) => {
  const profile = await newProfile();
  const hotseat = await launch({ profile });
  const page = await settle(hotseat, ['Ana']);
  await askEveryhow(page, { own: own.origin, api: api.origin, foreign: foreign.origin });
  const paths = [...carrying, ...notCarrying];
  await expect
    .poll(() => paths.filter((path) => authorizationsOf(api, path).length === 0), { timeout: 15_000 })
    .toEqual([]);
  const token = authorizationsOf(api, '/fetch')[0]?.slice('Bearer '.length) ?? '';
  expect(token).toMatch(/^ey[\w-]+\.ey[\w-]+\.[\w-]+$/u);
  for (const path of carrying)
    expect(new Set(authorizationsOf(api, path)), path).toEqual(new Set([`Bearer ${token}`]));
  for (const path of notCarrying)
    expect(new Set(authorizationsOf(api, path)), path).toEqual(new Set([undefined]));
  for (const { method, path, headers } of api.asked)
    if (method === 'OPTIONS') expect(headers.authorization, `preflight of ${path}`).toBeUndefined();

  // The canary of this test is the token itself.
  for (const site of [own, foreign])
    expect(searchBytes(Buffer.from(JSON.stringify(site.asked)), site.origin, [token])).toEqual([]);
  for (const way of ['fetch', 'xhr', 'image']) {
    expect(authorizationsOf(foreign, `/foreign-after-api-by-${way}`), way).toEqual([undefined]);
    expect(authorizationsOf(own, `/own-after-api-by-${way}`), way).toEqual([undefined]);
  }
  const seen = await page.evaluate(async (url) => {
    const answer = await fetch(url);
    return JSON.stringify([
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      document.cookie,
      performance.getEntries(),
      Array.from(answer.headers),
      await answer.text(),
    ]);
  }, `${api.origin}/fetch`);
  expect(seen).not.toContain(token);
  expect(hotseat.output()).not.toContain(token);
  await hotseat.close();
  expect(await searchFolder(profile, [token])).toEqual([]);
});

test('C9: what an account has under way stays its own when another comes in, and ends when it leaves', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen } = open(hotseat);
  const anas = await settle(hotseat, ['Ana']);
  const anasToken = await bearerAt(anas, '/ana');
  const connect = (page: Page, name: string) =>
    page.evaluate(
      (url) =>
        new Promise<void>((settled) => {
          const socket = new WebSocket(url);
          Reflect.set(globalThis, 'socket', socket);
          socket.addEventListener('open', () => settled());
        }),
      `${api.origin.replace('http', 'ws')}/${name}`,
    );
  await connect(anas, 'socket-of-ana');
  await create(screen, person('Ben'));
  const bens = await switchTo(hotseat, 'Ben', anas);
  const bensToken = await bearerAt(bens, '/ben');
  expect(bensToken).not.toBe(anasToken);
  await connect(bens, 'socket-of-ben');
  expect(api.openSockets()).toBe(2);
  // Ana's page is alive, and acts as Ana still.
  expect(await bearerAt(anas, '/ana-behind')).toBe(anasToken);
  expect(authorizationsOf(api, '/socket-of-ana')).toEqual([`Bearer ${anasToken}`]);
  expect(authorizationsOf(api, '/socket-of-ben')).toEqual([`Bearer ${bensToken}`]);
  await screen.accounts.choose('Ana', 'Log out');
  await expect.poll(() => api.openSockets()).toBe(1);
  expect(await bearerAt(bens, '/ben-after')).toBe(bensToken);
});

test('T27: a token that the API refuses is renewed for the next request, once', async ({ launch }) => {
  const hotseat = await launch();
  const page = await settle(hotseat, ['Ana']);
  const before = await bearerAt(page, '/before');
  const refreshes = () => api.asked.concat().filter(({ path }) => path.endsWith('/auth/session')).length;
  const asked = refreshes();
  await page.evaluate((url) => Promise.all([1, 2, 3].map(() => fetch(url))), `${api.origin}/refused`);
  await expect
    .poll(async () => {
      await page.evaluate((url) => fetch(url), `${api.origin}/after`);
      return authorizationsOf(api, '/after').at(-1);
    })
    .not.toBe(`Bearer ${before}`);
  expect(refreshes() - asked).toBeLessThanOrEqual(1);
});

const mark = (): string => canary('Ana', 'note');

/** Leaves the text wherever a page can. */
const leaveEverywhere = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (left) => {
    document.cookie = `left=${left}; max-age=86400`;
    localStorage.setItem('left', left);
    sessionStorage.setItem('left', left);
    window.name = left;
    await new Promise<void>((settled) => {
      const opening = indexedDB.open(left, 1);
      opening.addEventListener('success', () => settled());
    });
    const cache = await caches.open(left);
    await cache.put('/left', new Response(left));
    const folder = await navigator.storage.getDirectory();
    await folder.getFileHandle(left, { create: true });
    await navigator.serviceWorker.register('/keeping.js');
    await navigator.serviceWorker.ready;
    await fetch('/lasting', { cache: 'force-cache' });
    const signIn = new XMLHttpRequest();
    signIn.open('GET', '/guarded', false, 'ana', left);
    signIn.send();
    const { port } = new SharedWorker('/gathering.js');
    await new Promise<void>((settled) => {
      port.addEventListener('message', () => settled());
      port.start();
      port.postMessage(left);
    });
    const channel = new BroadcastChannel('left');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin has no target
    channel.addEventListener('message', () => channel.postMessage(left));
    Reflect.set(globalThis, 'kept', [channel, port]);
  }, text);

/** What a page finds of what may have been left. */
const findEverywhere = (page: Page) =>
  page.evaluate(async () => {
    const guarded = new XMLHttpRequest();
    guarded.open('GET', '/guarded', false);
    guarded.send();
    const { port } = new SharedWorker('/gathering.js');
    const shared: unknown = await new Promise((settled) => {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => settled(data));
      port.start();
      port.postMessage(null);
    });
    const channel = new BroadcastChannel('left');
    const heard: unknown = await new Promise((settled) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => settled(data));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin has no target
      channel.postMessage('who is there?');
      setTimeout(() => settled(null), 500);
    });
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    const databases = await indexedDB.databases();
    return {
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      name: window.name,
      databases: databases.map(({ name }) => name),
      caches: await caches.keys(),
      files: names,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      isControlled: navigator.serviceWorker.controller !== null,
      guarded: guarded.status,
      shared,
      heard,
    };
  });

const nothing = {
  cookie: '',
  local: 0,
  session: 0,
  name: '',
  databases: [],
  caches: [],
  files: [],
  workers: 0,
  isControlled: false,
  guarded: 401,
  shared: null,
  heard: null,
};

test('G1, G5: nothing that one account’s page leaves is there for another account of the same service', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen } = open(hotseat);
  const ana = person('Ana');
  await addShop(screen);
  await create(screen, ana);
  const anas = await open(hotseat).workspace.inSight(own.origin);
  const left = mark();
  await leaveEverywhere(anas, left);
  const found = await findEverywhere(anas);
  expect(found, 'it is there for Ana herself').toEqual({
    ...nothing,
    cookie: `left=${left}`,
    local: 1,
    session: 1,
    name: left,
    databases: [left],
    caches: [left],
    files: [left],
    workers: 1,
    guarded: 200,
    shared: left,
    isControlled: found.isControlled,
    heard: left,
  });
  const lasting = () => own.asked.filter(({ path }) => path === '/lasting').length;
  await anas.evaluate(() => fetch('/lasting', { cache: 'force-cache' }));
  expect(lasting()).toBe(1);

  await create(screen, person('Ben'));
  const bens = await switchTo(hotseat, 'Ben', anas);
  expect(await findEverywhere(bens)).toEqual(nothing);
  await bens.evaluate(() => fetch('/lasting', { cache: 'force-cache' }));
  expect(lasting(), 'the cache is not shared').toBe(2);
  const sent = own.asked.filter(({ headers }) => JSON.stringify(headers).includes('Electron/'));
  expect(sent.length, 'no page says that it is in Electron').toBe(0);

  // After a log out the account is asked to sign in again, and finds what it had stored.
  await screen.accounts.choose('Ana', 'Log out');
  await screen.accounts.row('Ana').waitFor();
  await screen.accounts.choose('Ana', 'Log in again');
  const dialog = new AccountDialog(hotseat.window, 'Log in again as Ana');
  await dialog.submitPassword(ana.password);
  await expect(screen.activeUser).toContainText('Ana');
  const again = await switchTo(hotseat, 'Ana', bens);
  expect(await findEverywhere(again)).toMatchObject({
    cookie: '',
    local: 1,
    session: 0,
    databases: [left],
    caches: [left],
    files: [left],
    guarded: 401,
    shared: null,
  });

  const folders = readdirSync(join(hotseat.profile, 'Partitions')).join('\n');
  for (const text of ['Ana', 'Ben', ana.email, 'example.test', 'Shop', '127.0.0.1'])
    expect(folders.toLowerCase()).not.toContain(text.toLowerCase());
});

test('F3, F7: a page has nothing of Hotseat’s, and is granted nothing that another account would notice', async ({
  launch,
}) => {
  const hotseat = await launch();
  const page = await settle(hotseat, ['Ana']);
  expect(
    await page.evaluate(() =>
      ['hotseat', 'require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter(
        (name) => name in globalThis,
      ),
    ),
  ).toEqual([]);
  const answers = await page.evaluate(async () => {
    const outcome = async (request: () => Promise<unknown>): Promise<string> => {
      try {
        return String(await request());
      } catch (cause) {
        return cause instanceof Error || cause instanceof DOMException ? cause.name : 'denied';
      }
    };
    const state = (name: string) =>
      outcome(async () => {
        const query: unknown = Reflect.get(navigator.permissions, 'query');
        const found: unknown =
          typeof query === 'function'
            ? await Reflect.apply(query, navigator.permissions, [{ name }])
            : undefined;
        return found instanceof Object ? Reflect.get(found, 'state') : 'absent';
      });
    return {
      notifications: await outcome(() => Notification.requestPermission()),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      reading: await outcome(() => navigator.clipboard.readText()),
      midi: await outcome(() => navigator.requestMIDIAccess()),
      pointer: await outcome(async () => document.body.requestPointerLock()),
      place: await outcome(
        () =>
          new Promise((settled, refuse) => {
            navigator.geolocation.getCurrentPosition(settled, ({ code }) => refuse(new Error(String(code))));
          }),
      ),
      states: await Promise.all(
        ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'].map(state),
      ),
    };
  });
  const { notifications, states, ...others } = answers;
  expect(notifications).toBe('denied');
  expect(new Set(states)).toEqual(new Set(['denied']));
  for (const [name, answer] of Object.entries(others)) expect(answer, name).toMatch(/Error$/u);
});

test('C6: a page whose server cannot prove who it is is not shown, and has no way around that', async ({
  launch,
}) => {
  const liar = await startFaultServer(
    (_request, response) => {
      response.end('secret');
    },
    await selfSigned(),
  );
  try {
    const hotseat = await launch();
    const { screen, workspace } = open(hotseat);
    await addShop(screen, `${liar.origin}/`);
    await create(screen, person('Ana'));
    await expect(workspace.alert).toBeVisible();
    await workspace.expectNoneInSight();
    expect(liar.received).toEqual([]);
  } finally {
    await liar.stop();
  }
});

/** By the mouse alone: a locator would wait for the navigation that is refused. */
const press = async (page: Page, text: string): Promise<void> => {
  const middle = await page.evaluate((name) => {
    const link = Array.from(document.querySelectorAll('a')).find(({ textContent }) => textContent === name);
    const { x, y, width, height } = link?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, text);
  await page.mouse.click(middle.x, middle.y);
};

const addLink = (page: Page, name: string, href: string, target = ''): Promise<void> =>
  page.evaluate(
    ([text, url, where]) => {
      const link = document.createElement('a');
      link.textContent = text ?? '';
      link.href = url ?? '';
      link.target = where ?? '';
      link.style.display = 'table';
      document.body.append(link);
    },
    [name, href, target],
  );

test('F6: links to elsewhere open in the browser, and here only when the person says so', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { workspace } = open(hotseat);
  const opened = await watchBrowser(hotseat.app);
  const page = await settle(hotseat, ['Ana']);
  await addLink(page, 'Elsewhere', `${foreign.origin}/page`);
  await addLink(page, 'Elsewhere in a tab', `${foreign.origin}/tab`, '_blank');
  await addLink(page, 'Mail', 'mailto:ada@example.test?subject=Hello');
  await addLink(page, 'Mail with a file', 'mailto:ada@example.test?attach=/etc/passwd');
  await press(page, 'Elsewhere');
  await expect.poll(opened).toBe(JSON.stringify([`${foreign.origin}/page`]));
  const strip = workspace.region.getByText(`${new URL(foreign.origin).host} was opened in your browser.`);
  await expect(strip).toBeVisible();
  await press(page, 'Elsewhere in a tab');
  await press(page, 'Mail');
  await press(page, 'Mail with a file');
  const all = [`${foreign.origin}/page`, `${foreign.origin}/tab`, 'mailto:ada@example.test?subject=Hello'];
  await expect.poll(opened).toBe(JSON.stringify(all));
  expect(page.url()).toBe(`${own.origin}/`);
  expect(foreign.asked).toEqual([]);

  await workspace.region.getByRole('button', { name: 'Open here' }).click();
  await expect.poll(() => page.url()).toBe(`${foreign.origin}/tab`);
  await page.evaluate((url) => fetch(url), `${api.origin}/from-foreign`);
  expect(authorizationsOf(api, '/from-foreign'), 'a guest has no token').toEqual([undefined]);
  expect(await opened()).toBe(JSON.stringify(all));
});

test('a sign-in on the page begins with the account’s e-mail, at its own issuer and nowhere else', async ({
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux opens addresses by a program that a test can be');
  const ada = { sub: 'ada-1815', name: 'Ada', email: 'ada@example.test' };
  const provider = await startOpenIdProvider([ada]);
  const browser = await startSystemBrowser();
  try {
    const hotseat = await launch({ env: browser.env });
    const { screen, workspace } = open(hotseat);
    const { issuer, clientId } = provider;
    await screen.addIssuer({ name: 'Works', issuer, clientId, workspaceUrl: `${own.origin}/` });
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Works');
    await dialog.issuer.inBrowser.click();
    await browser.follow(1);
    await signInAt(browser.page, ada);
    await dialog.dialog.waitFor({ state: 'detached' });
    const page = await workspace.inSight(own.origin);
    await page.goto(`${issuer}/auth?response_type=code&client_id=web#part`);
    const url = new URL(page.url());
    expect([url.origin, url.searchParams.get('login_hint'), url.hash]).toEqual([issuer, ada.email, '#part']);
    await page.goto(`${own.origin}/auth?response_type=code&client_id=web`);
    expect(page.url()).not.toContain('login_hint');
    await page.evaluate(
      (there) => (location.href = there),
      `${issuer}/auth?response_type=code&client_id=web`,
    );
    await expect.poll(() => page.url()).toContain(`login_hint=${encodeURIComponent(ada.email)}`);
  } finally {
    await browser.close();
    await provider.stop();
  }
});

test('F6: a page leads itself nowhere else, opens no other scheme, and floods nobody', async ({ launch }) => {
  const hotseat = await launch();
  const opened = await watchBrowser(hotseat.app);
  const page = await settle(hotseat, ['Ana']);
  await page.evaluate(() => (document.body.dataset['stays'] = 'yes'));
  const stays = () => page.evaluate(() => [location.href, document.body.dataset['stays']]);
  for (const target of [
    'file:///etc/passwd',
    'app://hotseat/index.html',
    'directory://hotseat/',
    'data:text/html,elsewhere',
    'chrome://gpu',
    'smb://other.test/share',
    'ms-settings:privacy',
    'tel:123',
  ]) {
    await page.evaluate((url) => {
      location.href = url;
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      window.open(url);
    }, target);
    await page.waitForTimeout(100);
    expect(await stays(), target).toEqual([`${own.origin}/`, 'yes']);
  }
  const frames = page
    .frames()
    .slice(1)
    .map((frame) => frame.url())
    .filter((url) => !/^(?:$|about:|data:|chrome-error:)/u.test(url));
  expect(frames).toEqual([]);
  await page.evaluate((origin) => {
    for (let n = 0; n < 30; n += 1) window.open(`${origin}/${n}`);
    for (let n = 0; n < 30; n += 1) location.href = `${origin}/?${n}`;
  }, foreign.origin);
  await page.waitForTimeout(300);
  expect(await stays()).toEqual([`${own.origin}/`, 'yes']);
  const list: unknown = JSON.parse(await opened());
  expect(Array.isArray(list) ? list.length : -1).toBeLessThanOrEqual(5);

  // It may end itself, which nobody is asked about, and is there again.
  const ended = page.waitForEvent('close');
  await page.evaluate(() => setTimeout(() => window.close(), 0));
  await ended;
  expect(await open(hotseat).workspace.inSight(own.origin)).not.toBe(page);
});

const childWindows = ({ app }: Hotseat) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.getParentWindow() !== null)
      .map((window) => ({
        title: window.getTitle(),
        isVisible: window.isVisible(),
        partition: window.webContents.session.getStoragePath(),
      })),
  );

test('F6: a page opens a window when the person presses something; it is seen with the page only and ends with it', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen } = open(hotseat);
  const anas = await settle(hotseat, ['Ana']);
  await anas.waitForTimeout(5_500);
  expect(await anas.evaluate(() => window.open('/other', 'unasked', 'width=400,height=300') === null)).toBe(
    true,
  );
  await anas.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Sign in';
    button.addEventListener('click', () => {
      Reflect.set(
        globalThis,
        'popup',
        window.open('/other', 'asked', 'width=400,height=300,frame=no,alwaysOnTop=yes'),
      );
    });
    document.body.append(button);
  });
  const popping = anas.context().waitForEvent('page');
  await anas.getByRole('button', { name: 'Sign in' }).click();
  const popup = await popping;
  await expect.poll(() => popup.url()).toBe(`${own.origin}/other`);
  const [child, ...others] = await childWindows(hotseat);
  expect(others).toEqual([]);
  expect(child?.title).toBe(`${own.origin} — Ana`);
  expect(child?.isVisible).toBe(true);
  await popup.evaluate((url) => {
    document.cookie = 'in=popup';
    return fetch(url);
  }, `${api.origin}/from-popup`);
  expect(await anas.evaluate(() => document.cookie)).toBe('in=popup');
  expect(authorizationsOf(api, '/from-popup')[0]).toMatch(/^Bearer ey/u);
  expect(await popup.evaluate(() => 'hotseat' in globalThis)).toBe(false);
  await popup.evaluate(() => (location.href = 'file:///etc/passwd'));
  await popup.waitForTimeout(100);
  expect(popup.url()).toBe(`${own.origin}/other`);

  await create(screen, person('Ben'));
  await expect
    .poll(async () => (await childWindows(hotseat)).map(({ isVisible }) => isVisible))
    .toEqual([false]);
  await screen.accounts.row('Ana').click();
  await expect
    .poll(async () => (await childWindows(hotseat)).map(({ isVisible }) => isVisible))
    .toEqual([true]);
  await screen.accounts.choose('Ana', 'Log out');
  await expect.poll(() => childWindows(hotseat)).toEqual([]);
});

test('F6: what a page downloads lies in the folder under a name of its own that does nothing', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { workspace } = open(hotseat);
  const folder = join(hotseat.profile, 'downloads-of-the-test');
  await hotseat.app.evaluate(({ app }, path) => app.setPath('downloads', path), folder);
  const page = await settle(hotseat, ['Ana']);
  const names = ['report.pdf', 'report.pdf', '../../escaped', 'click.desktop'];
  for (const [index, name] of names.entries()) {
    await addLink(page, `Link ${index}`, `${own.origin}/file?name=${encodeURIComponent(name)}`);
    await press(page, `Link ${index}`);
    await expect
      .poll(() =>
        existsSync(folder) ? readdirSync(folder).filter((file) => !file.endsWith('.part')).length : 0,
      )
      .toBe(index + 1);
  }
  expect(readdirSync(folder).toSorted()).toEqual(
    // Chromium has looked at the names before.
    ['report.pdf', 'report (2).pdf', '_.._escaped', 'click.desktop.download'].toSorted(),
  );
  expect(readFileSync(join(folder, 'report (2).pdf'), 'utf8')).toBe('content');
  await expect(workspace.region.getByRole('button', { name: /^Downloads/u })).toBeVisible();
  expect(page.url()).toBe(`${own.origin}/`);
});
