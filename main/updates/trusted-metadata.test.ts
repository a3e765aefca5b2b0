import '../storage/testing/use-electron-stand-in.ts';
import { createHash } from 'node:crypto';
import type { AppUpdater } from 'electron-updater';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UpdateFault } from '../../app/contract/update-views.ts';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { parseVersion } from '../../app/updates/version.ts';
import { createBoundedFetch } from '../network/bounded-fetch.ts';
import { startFaultServer, type FaultServer } from '../network/testing/fault-server.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { SeenVersions } from './seen-versions.ts';
import { releaseKey } from './testing/release-key.ts';
import { signedProvider } from './signed-provider.ts';
import { updateFaultOf } from './update-failure.ts';

const key = releaseKey();
const name = 'latest-linux.yml';
const sha512 = createHash('sha512').update('the new version').digest('base64');

const metadataOf = (part: object = {}): string =>
  JSON.stringify({
    version: '1.1.0',
    files: [{ url: 'hotseat-1.1.0.AppImage', sha512, size: 15 }],
    releaseDate: '2026-11-24T00:00:00.000Z',
    ...part,
  });

let scratch: ReturnType<typeof scratchDirectory>;
let server: FaultServer;
/** What the release server has, by path. */
let files: Map<string, string>;
const signed = (metadata: string, signature = key.sign(name, metadata)): void => {
  files = new Map([
    [`/${name}`, metadata],
    [`/${name}.sig`, signature],
  ]);
};

beforeEach(async () => {
  scratch = scratchDirectory();
  signed(metadataOf());
  server = await startFaultServer(({ url = '' }, response) => {
    const content = files.get(new URL(url, 'http://localhost').pathname);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
});
afterEach(async () => {
  await server.close();
  scratch[Symbol.dispose]();
});

/** electron-updater’s own provider, under the signature; the library’s updater itself needs Electron. */
const provider = (running = '1.0.0', directory = scratch.path) => {
  const version = parseVersion(running);
  if (!version) throw new Error('no version');
  const Provider = signedProvider({
    source: { url: `${server.origin}/`, publicKey: key.publicKey },
    fetch: createBoundedFetch({ fetch, timers: createManualTimers(), byteLimit: 256_000 }),
    running: version,
    seen: new SeenVersions({ directory, clock: { nowMs: () => 0 } }),
  });
  const updater: Partial<AppUpdater> = {};
  return new Provider({ provider: 'custom' }, updater, { platform: 'linux' });
};

const faultOf = async (running?: string): Promise<UpdateFault | 'taken'> => {
  try {
    await provider(running).getLatestVersion();
    return 'taken';
  } catch (cause) {
    return updateFaultOf(cause);
  }
};

test.runIf(process.arch === 'x64')('signed metadata is taken, and its files are beside it', async () => {
  const source = provider();
  const latest = await source.getLatestVersion();
  expect(latest).toMatchObject({ version: '1.1.0', sha512 });
  expect(source.resolveFiles(latest)).toMatchObject([
    { url: new URL(`${server.origin}/hotseat-1.1.0.AppImage`), info: { sha512 } },
  ]);
});

test('metadata in YAML is taken as well, and the staged roll-out goes by it', async () => {
  const metadata = `version: 1.1.0\nfiles:\n  - url: a.AppImage\n    sha512: ${sha512}\n    size: 15\nstagingPercentage: 10\n`;
  signed(metadata);
  expect(await provider().getLatestVersion()).toMatchObject({ stagingPercentage: 10 });
});

test('no number of this computer goes along', async () => {
  const source = provider();
  source.setRequestHeaders({ 'x-user-staging-id': 'CANARY-ada-staging-77' });
  await source.getLatestVersion();
  expect(JSON.stringify(server.received)).not.toContain('CANARY-ada-staging-77');
});

test('a signature that is wrong, missing, or another’s: refused', async () => {
  signed(metadataOf(), releaseKey().sign(name, metadataOf()));
  expect(await faultOf()).toBe('untrusted');
  signed(metadataOf({ version: '1.2.0' }), key.sign(name, metadataOf()));
  expect(await faultOf()).toBe('untrusted');
  signed(metadataOf(), key.sign('latest-mac.yml', metadataOf()));
  expect(await faultOf()).toBe('untrusted');
  files.delete(`/${name}.sig`);
  expect(await faultOf()).toBe('untrusted');
});

test('nothing is parsed that is not signed', async () => {
  signed('a: &a [*a, *a]\n!!js/function "x"', 'AAAA');
  expect(await faultOf()).toBe('untrusted');
});

test('a lower version than one that was seen is refused, in this run and the next', async () => {
  signed(metadataOf({ version: '1.5.0' }));
  expect(await faultOf()).toBe('taken');
  signed(metadataOf({ version: '1.4.0' }));
  expect(await faultOf()).toBe('older');
  signed(metadataOf({ version: '1.5.0' }));
  expect(await faultOf()).toBe('taken');
});

test('a release is not led to a pre-release', async () => {
  signed(metadataOf({ version: '2.0.0-beta.1' }));
  expect(await faultOf()).toBe('untrusted');
  expect(await faultOf('1.0.0-beta.9')).toBe('taken');
});

test.each([
  ['another address', { files: [{ url: 'https://elsewhere.example/a.AppImage', sha512, size: 15 }] }],
  ['a way out of the folder', { files: [{ url: '../../a.AppImage', sha512, size: 15 }] }],
  ['a hidden name', { files: [{ url: '.a.AppImage', sha512, size: 15 }] }],
  ['a file without a checksum', { files: [{ url: 'a.AppImage', size: 15 }] }],
  ['a weaker checksum', { files: [{ url: 'a.AppImage', sha512: 'abcd', sha2: 'abcd', size: 15 }] }],
  ['no files', { files: [] }],
  ['a file that is too large', { files: [{ url: 'a.AppImage', sha512, size: 5_000_000_000 }] }],
  ['no version', { version: 'latest' }],
  ['more than all computers', { stagingPercentage: 1_000 }],
])('signed or not, %s is refused', async (_what, part) => {
  signed(metadataOf(part));
  expect(await faultOf()).toBe('untrusted');
});

test('a server that has nothing, fails, or sends without end is told apart', async () => {
  files = new Map();
  expect(await faultOf()).toBe('missing');
  signed('x'.repeat(300_000));
  expect(await faultOf()).toBe('untrusted');
  await server.close();
  expect(await faultOf()).toBe('offline');
  server = await startFaultServer((_request, response) => response.writeHead(503).end());
  expect(await faultOf()).toBe('server');
});
