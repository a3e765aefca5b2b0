import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { USAGE } from './server-arguments.ts';
import { APP_PATH } from './test-directory.ts';
import { createServerProcesses, serverEntry } from './test-server.ts';

const sources = fileURLToPath(new URL('.', import.meta.url));
const processes = createServerProcesses();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'directory-'));
});
afterEach(async () => {
  await processes.stop();
  rmSync(folder, { recursive: true });
});

function post(baseUrl: string, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${baseUrl}${APP_PATH}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const register = (baseUrl: string) =>
  post(baseUrl, '/auth/providers/local-userpass/register', {
    email: 'anna@example.com',
    password: 'secret-1',
  });
const login = (baseUrl: string) =>
  post(baseUrl, '/auth/providers/local-userpass/login', {
    username: 'anna@example.com',
    password: 'secret-1',
  });

/** fetch does not let a caller choose these headers. */
function statusWith(baseUrl: string, headers: Record<string, string>): Promise<number | undefined> {
  const asking = request(`${baseUrl}${APP_PATH}/location`, { headers });
  asking.end();
  return new Promise((resolve, reject) => {
    asking.on('error', reject);
    asking.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
  });
}

describe('the server alone', () => {
  it('serves from the sources with its database, and keeps it over SIGTERM', async () => {
    const database = join(folder, 'own', 'directory.sqlite');
    const first = await processes.listen(serverEntry, '--database', database);
    const location = await fetch(`${first.baseUrl}${APP_PATH}/location`);
    expect(await location.json()).toMatchObject({ hostname: first.baseUrl });
    const registered = await register(first.baseUrl);
    expect([registered.status, registered.headers.get('content-type')]).toEqual([201, null]);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    const second = await processes.listen(serverEntry, '--database', database);
    expect((await login(second.baseUrl)).status).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.exited).toBe(0);
    expect([await first.errors, await second.errors]).toEqual(['', '']);
  });

  it('serves local names only, and no web page', async () => {
    const { baseUrl } = await processes.listen(serverEntry);
    const { port } = new URL(baseUrl);
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
    for (const host of hosts) expect(await statusWith(baseUrl, { host })).toBe(200);
    const foreign = ['example.com', `example.com:${port}`, `127.0.0.1.example.com:${port}`, '10.0.0.1'];
    for (const host of foreign) expect(await statusWith(baseUrl, { host })).toBe(403);
    for (const origin of ['https://example.com', 'null', baseUrl]) {
      expect(await statusWith(baseUrl, { origin })).toBe(403);
    }
  });

  it.each([
    [[]],
    [['--port', 'x']],
    [['--port', '70000']],
    [['--port', '0', '--public']],
    [['--port', '0', '--confirmation', 'never']],
  ])('explains itself when run with %j', async (args) => {
    const { exited, errors } = processes.run(serverEntry, ...args);
    expect(await exited).toBe(2);
    expect(await errors).toBe(USAGE);
  });

  it('says when its port is taken or its database cannot be opened', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const address = occupant.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const taken = processes.run(serverEntry, '--port', String(port));
    expect(await taken.exited).toBe(1);
    expect(await taken.errors).toMatch(/^The directory did not start: .*EADDRINUSE/);
    occupant.close();
    const database = join(folder, 'text');
    writeFileSync(database, 'this is not a database');
    const unreadable = processes.run(serverEntry, '--port', '0', '--database', database);
    expect(await unreadable.exited).toBe(1);
    expect(await unreadable.errors).toBe('The database was not opened: databaseUnreadable.\n');
  });
});

describe('the server bundled', () => {
  it('finds its worker beside it, as the build of the app lays them out', async () => {
    const outDir = join(folder, 'out');
    await build({
      configFile: false,
      logLevel: 'error',
      root: sources,
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir,
        target: 'node24',
        rollupOptions: {
          input: {
            directory: join(sources, 'process.ts'),
            'directory-server': serverEntry,
            'password-worker': join(sources, 'password-worker.ts'),
          },
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
          },
        },
      },
    });
    writeFileSync(join(outDir, 'package.json'), '{"type":"module"}');
    const { baseUrl } = await processes.listen(join(outDir, 'directory-server.js'));
    expect((await register(baseUrl)).status).toBe(201);
    expect((await login(baseUrl)).status).toBe(200);
  });
});
