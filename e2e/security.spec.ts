import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from 'playwright';
import { expect, hotseatCommand, test } from './fixtures/hotseat.ts';
import { watchBrowser } from './fixtures/opened-outside.ts';

const address = 'app://hotseat/index.html';
const helpPage = 'https://wiki.archlinux.org/title/GNOME/Keyring';

const preferences = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Electron leaves this method out of its types; it tells what the page was really made with.
    const contents: object | undefined = window?.webContents;
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
    return typeof read === 'function' ? JSON.stringify(Reflect.apply(read, contents, [])) : '{}';
  });

const windowCount = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** Text of the page, so that a test starts when Hotseat is there. */
const whenShown = (window: Page) => window.getByRole('heading').first().waitFor();

test('the page runs sandboxed, isolated and without Node', async ({ launch }) => {
  const { app, window } = await launch();
  expect(JSON.parse(await preferences(app))).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  const found = await window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
  // Root cannot have the sandbox of the operating system; everybody else must.
  if (process.platform === 'linux' && process.env['HOTSEAT_TEST_NO_SANDBOX'] !== '1') {
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  }
});

test('the page cannot reach into the preload script, nor replace the bridge', async ({ launch }) => {
  const { window } = await launch();
  const bridge = await window.evaluate(async () => {
    const before: unknown = Reflect.get(globalThis, 'hotseat');
    const names = before instanceof Object ? Object.keys(before).toSorted() : [];
    Reflect.set(Promise.prototype, 'catch', () => 'taken over');
    Reflect.set(Function.prototype, 'call', () => 'taken over');
    Reflect.set(globalThis, 'hotseat', { execute: 'taken over' });
    const after: unknown = Reflect.get(globalThis, 'hotseat');
    const snapshot: unknown = after instanceof Object ? Reflect.get(after, 'snapshot') : undefined;
    const outcome: unknown = typeof snapshot === 'function' ? await snapshot() : undefined;
    return { names, isSame: before === after, isOk: outcome instanceof Object && Reflect.get(outcome, 'ok') };
  });
  expect(bridge).toEqual({ names: ['execute', 'snapshot', 'subscribe'], isSame: true, isOk: true });
});

test('the policy of the page is strict, with a nonce of its own for every response', async ({ launch }) => {
  const { app } = await launch();
  const responses = await app.evaluate(
    async ({ net }, url) =>
      Promise.all(
        [1, 2].map(async () => {
          const response = await net.fetch(url);
          return {
            policy: response.headers.get('content-security-policy') ?? '',
            html: await response.text(),
          };
        }),
      ),
    address,
  );
  const nonces = responses.map(({ policy }) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
  expect(new Set(nonces).size).toBe(2);
  for (const [index, { policy, html }] of responses.entries()) {
    expect(nonces[index]).toMatch(/^[\w+/=-]{24}$/);
    expect(html).toContain(`nonce="${nonces[index]}"`);
    expect(html).not.toContain('__HOTSEAT_CSP_NONCE__');
    for (const rule of ["default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
});

test('a script that got into the page does not run', async ({ launch }) => {
  const { window } = await launch();
  await whenShown(window);
  const result = await window.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const script = document.createElement('script');
    const attempts: (() => unknown)[] = [
      () => script.append('globalThis.hasRun = true'),
      () => document.body.append(script),
      () => Reflect.set(document.body, 'innerHTML', '<img src=x onerror="globalThis.hasRun = true">'),
      () => document.body.setAttribute('onclick', 'globalThis.hasRun = true'),
      () => document.body.click(),
      () => Reflect.apply(Reflect.get(globalThis, 'eval'), undefined, ['globalThis.hasRun = true']),
      () => fetch('https://example.test/').catch(() => undefined),
    ];
    // Playwright's own call may evaluate text; what runs later in the page may not.
    setTimeout(() => {
      for (const attempt of attempts)
        try {
          attempt();
        } catch {
          // Refused at once.
        }
    }, 0);
    await new Promise((settle) => {
      setTimeout(settle, 200);
    });
    return { hasRun: 'hasRun' in globalThis, violated: [...new Set(violated)] };
  });
  expect(result.hasRun).toBe(false);
  expect(result.violated).toEqual(expect.arrayContaining(['require-trusted-types-for', 'connect-src']));
});

test('the page keeps its own policy', async ({ launch }) => {
  const { window } = await launch();
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) complaints.push(message.text());
  });
  await window.reload();
  await whenShown(window);
  await window.getByRole('button', { name: 'Add account' }).first().click();
  await window.getByRole('tab', { name: 'Create account' }).click();
  await window.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});

test('app:// serves the built page and nothing beside it', async ({ launch }) => {
  const { app } = await launch();
  const statuses = await app.evaluate(async ({ net }) => {
    const paths = [
      'hotseat/index.html',
      'hotseat/',
      'hotseat/../main/index.js',
      'hotseat/%2e%2e/main/index.js',
      'hotseat/..%2fmain%2findex.js',
      'hotseat/assets/',
      'hotseat//etc/passwd',
      'hotseat/index.html%00.js',
      'elsewhere/index.html',
    ];
    return Promise.all(paths.map(async (path) => (await net.fetch(`app://${path}`)).status));
  });
  expect(statuses).toEqual([200, ...statuses.slice(1).map(() => 404)]);
});

test('whatever the page asks permission for is denied', async ({ launch }) => {
  const { window } = await launch();
  await whenShown(window);
  await window.mouse.click(5, 5);
  const answers = await window.evaluate(async () => {
    const outcome = async (ask: () => Promise<unknown>): Promise<string> => {
      try {
        const answer = await ask();
        // Choosing a device ends with none.
        if (Array.isArray(answer) && answer.length === 0) return 'NothingError';
        return typeof answer === 'string' ? answer : 'granted';
      } catch (cause) {
        return cause instanceof Error || cause instanceof DOMException ? cause.name : 'denied';
      }
    };
    const device = (kind: string, options: object) =>
      outcome(async () => {
        const api: unknown = Reflect.get(navigator, kind);
        if (!(api instanceof Object)) throw new Error('absent');
        const name = kind === 'serial' ? 'requestPort' : 'requestDevice';
        const request: unknown = Reflect.get(api, name);
        return typeof request === 'function' ? Reflect.apply(request, api, [options]) : 'absent';
      });
    return {
      notifications: await outcome(() => Notification.requestPermission()),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      place: await outcome(
        () =>
          new Promise((settle, refuse) => {
            navigator.geolocation.getCurrentPosition(settle, ({ code }) => refuse(new Error(String(code))));
          }),
      ),
      midi: await outcome(() => navigator.requestMIDIAccess()),
      usb: await device('usb', { filters: [] }),
      hid: await device('hid', { filters: [] }),
      serial: await device('serial', {}),
    };
  });
  const { notifications, ...others } = answers;
  expect(notifications).toBe('denied');
  for (const [name, answer] of Object.entries(others)) expect(answer, name).toMatch(/Error$/);
});

test('the page stays where it is', async ({ launch }) => {
  const { app, window } = await launch();
  await whenShown(window);
  // Another document, even of the same address, does not have it: a blank page cannot be refused, only taken back.
  await window.evaluate(() => (document.body.dataset['stays'] = 'yes'));
  for (const target of [
    'https://example.test/',
    'file:///etc/passwd',
    'app://hotseat/assets/',
    'data:text/html,elsewhere',
    'about:blank',
  ]) {
    await window.evaluate((url) => {
      location.href = url;
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, target);
    await window.waitForTimeout(100);
    // Not by a locator, which would wait for the navigation that was refused.
    await expect
      .poll(() =>
        window
          .evaluate(() => [
            location.href,
            document.body.dataset['stays'],
            document.querySelector('h1, h2') !== null,
          ])
          // Asked in the moment in which a blank page is being taken back.
          .catch(() => undefined),
      )
      .toEqual([address, target === 'about:blank' ? undefined : 'yes', true]);
  }
  const frames = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree.map(({ url }) => url),
  );
  expect(frames?.filter((url) => url !== address && url !== '' && url !== 'about:blank')).toEqual([]);
});

test('the page opens no window', async ({ launch }) => {
  const { app, window } = await launch();
  await watchBrowser(app);
  const opened = await window.evaluate(() =>
    ['', 'about:blank', 'app://hotseat/index.html', 'https://example.test/'].map((url) => open(url) === null),
  );
  expect(opened).toEqual([true, true, true, true]);
  expect(await windowCount(app)).toBe(1);
});

test('only a listed help page opens in the browser', async ({ launch }) => {
  const { app, window } = await launch();
  const opened = await watchBrowser(app);
  await window.evaluate((page) => {
    for (const url of [
      'https://example.test/',
      'http://wiki.archlinux.org/title/GNOME/Keyring',
      'file:///etc',
    ])
      open(url);
    open(page);
  }, helpPage);
  await expect.poll(opened).toBe(JSON.stringify([helpPage]));
});

test('a second start brings the first forward and ends', async ({ launch }) => {
  const { app, window, profile } = await launch();
  await whenShown(window);
  const isMinimized = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(isMinimized).toBe(true);
  const { executablePath, args } = hotseatCommand(profile);
  test.skip(executablePath === undefined, 'only where the program is named (npm run e2e)');
  const second = spawn(executablePath ?? '', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [exitCode] = await once(second, 'close');
  expect(exitCode).toBe(0);
  expect(said).toContain('Hotseat is already running');
  await expect.poll(isMinimized).toBe(false);
  expect(await windowCount(app)).toBe(1);
});
