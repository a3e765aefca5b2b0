import { directoryService } from '../app/identity/service.ts';
import { canary } from './fixtures/canaries.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { heapOf } from './fixtures/page-heap.ts';

test('main listens on one channel only', async ({ launch }) => {
  const { app } = await launch();
  const channels = await app.evaluate(({ ipcMain }) => {
    // Electron keeps the invoked channels to itself; the others are plain events.
    const handled: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    return {
      handled: handled instanceof Map ? Array.from(handled.keys(), String) : [],
      events: ipcMain.eventNames().map(String),
    };
  });
  // One is Electron's own.
  expect(channels.handled.filter((name) => !name.startsWith('IMPORT_SHARED_TEXTURE'))).toEqual([
    'hotseat:execute',
  ]);
  expect(channels.events.filter((name) => name !== 'error')).toEqual([]);
});

test('hostile messages get a typed error and change nothing (F1)', async ({ launch }) => {
  const { window: page } = await launch();
  const outcomes = await page.evaluate(async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['userId'] = cyclic;
    let deep: unknown = 1;
    for (let level = 0; level < 500; level += 1) deep = [deep];
    const inputs: Record<string, unknown> = {
      map: new Map([['userId', 'user-0001']]),
      date: new Date(0),
      bigint: 1n,
      nan: Number.NaN,
      minusZero: -0,
      bytes: new Uint8Array(16),
      null: null,
      long: { userId: 'x'.repeat(100_000_000) },
      cyclic,
      deep,
      proto: JSON.parse('{"userId": "user-0001", "__proto__": {"isAdmin": true}}'),
      extra: { userId: 'user-0001', constructor: 'x' },
    };
    const execute: unknown = Reflect.get(window.hotseat, 'execute');
    if (typeof execute !== 'function') return [];
    const entries = Object.entries(inputs).map(
      async ([name, input]) => [name, JSON.stringify(await execute('remove', input))] as const,
    );
    return Promise.all(entries);
  });
  expect(outcomes).toHaveLength(12);
  for (const [name, outcome] of outcomes)
    expect(JSON.parse(outcome), name).toMatchObject({ ok: false, error: { code: expect.any(String) } });
  const snapshot = await page.evaluate(() => window.hotseat.snapshot());
  expect(snapshot).toMatchObject({ ok: true, value: { users: [] } });
});

test('a command that is not in the contract is refused (F2)', async ({ launch }) => {
  const { window: page } = await launch();
  const outcomes = await page.evaluate(async () => {
    const execute: unknown = Reflect.get(window.hotseat, 'execute');
    if (typeof execute !== 'function') return [];
    const names = ['', 'eval', '__proto__', 'constructor', 'hasOwnProperty'];
    return Promise.all(names.map(async (name) => JSON.stringify(await execute(name, undefined))));
  });
  expect(new Set(outcomes)).toEqual(
    new Set(['{"ok":false,"error":{"code":"invalidInput","field":"command","problem":"malformed"}}']),
  );
});

test('nobody but the main frame of the window is heard (F3)', async ({ launch }) => {
  const { app, window: page } = await launch();
  await page.getByRole('heading').first().waitFor();
  const answers = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
    const preload = `${electronApp.getAppPath()}/out/preload/index.cjs`;
    const ask = async (url: string): Promise<string> => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL(url);
      const answer: unknown = await other.webContents.executeJavaScript(
        'hotseat.snapshot().then(JSON.stringify)',
      );
      other.destroy();
      return String(answer);
    };
    return [await ask('about:blank'), await ask('app://hotseat/index.html')];
  });
  const refused = '{"ok":false,"error":{"code":"deniedByPolicy"}}';
  expect(answers).toEqual([refused, refused]);
  const bridges = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise((settle) => {
      setTimeout(settle, 200);
    });
    const inner = frame.contentWindow;
    return { page: 'hotseat' in window, frame: inner !== null && 'hotseat' in inner };
  });
  expect(bridges).toEqual({ page: true, frame: false });
});

test('no token ever reaches the page (F4)', async ({ launch }) => {
  const { window: page } = await launch();
  const password = canary('ada', 'password');
  const created = await page.evaluate(
    ([secret, serviceId]) =>
      window.hotseat.execute('createAccount', {
        attemptId: 'attempt-1',
        serviceId,
        email: 'ada@example.test',
        password: secret,
        name: 'Ada',
      }),
    [password, directoryService.id] as const,
  );
  expect(created).toMatchObject({ ok: true });
  await page.getByRole('row', { name: /^Ada/ }).waitFor();
  const heap = await heapOf(page);
  // The name is there, so the search would find what is there; a JWT begins with eyJ.
  expect(heap).toContain('Ada');
  expect(heap).not.toMatch(/eyJ[\w-]{8,}\.[\w-]{8,}/);
  expect(heap).not.toMatch(/access_?token|refresh_?token/i);
});
