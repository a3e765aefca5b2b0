import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot } from './project.mjs';
import { run } from './run.mjs';
import { say, step } from './say.mjs';
import { Stop } from './script.mjs';

/** Debian's names of what Electron is linked against, and of the keyring's client. */
export const appPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libsecret-1-0',
  'libatspi2.0-0',
  'libuuid1',
];

/** Debian's names of what the test desktop is made of, and of what the deb asks for beyond that. */
export const desktopPackages = [
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'openbox',
  'xdotool',
  'fonts-dejavu-core',
  'desktop-file-utils',
  'xdg-utils',
  'python3-dbusmock',
];

/** Debian's names of what lets a person act as an administrator, as the updater of the deb does. */
export const administratorPackages = ['polkitd', 'pkexec'];

/** Debian's names of what lets the fault campaign kill, or fail, a single call to the system. */
export const campaignPackages = ['strace'];

/** The programs that the test desktop starts. */
const desktopPrograms = [
  'Xvfb',
  'openbox',
  'xdotool',
  'dbus-run-session',
  'dbus-send',
  'gnome-keyring-daemon',
];

const isDebian =
  process.platform === 'linux' && existsSync('/etc/debian_version') && existsSync('/usr/bin/dpkg-query');

/** Why a deb cannot be installed here, to be tested as an installed one; undefined when it can. */
export function whyNoDebs() {
  if (!isDebian || !isRoot) return 'it needs Debian or Ubuntu, and root';
  if (existsSync('/opt/Hotseat')) return 'somebody’s Hotseat is installed here, and stays';
  return undefined;
}

/**
 * Installs what is missing of these on Debian and Ubuntu as root; otherwise prints the line that does. Whether
 * the lack is fatal is for {@link requireLibraries} and {@link requireDesktopPrograms} to say.
 * @param {string[]} names
 */
export async function installSystemPackages(names) {
  if (!isDebian) return;
  const missing = await missingPackages(names);
  if (missing.length === 0) return;
  if (!isRoot) {
    say(`System packages are missing. This line installs them:\n    ${await installLine(missing)}`);
    return;
  }
  await step(`Installing system packages: ${missing.join(' ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await apt(['update', '-q'], env);
    await apt(['install', '-y', '-q', '--no-install-recommends', ...(await namesHere(missing))], env);
  });
}

/**
 * The one line with which a person installs these packages.
 * @param {string[]} names
 */
export async function installLine(names) {
  const packages = (await namesHere(names)).join(' ');
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`;
}

/**
 * Stops when a library that the program is linked against is not on this system.
 * @param {string} executable
 */
export async function requireLibraries(executable) {
  if (process.platform !== 'linux') return;
  const { output } = await run('ldd', [executable]);
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
  if (missing.length > 0)
    throw new Stop(`Electron cannot run here without these libraries: ${missing.join(' ')}`);
}

/** Stops when a program that the test desktop starts is not on this system. */
export function requireDesktopPrograms() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = desktopPrograms.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  if (missing.length > 0) throw new Stop(`The virtual display cannot run here without: ${missing.join(' ')}`);
}

/** @param {string[]} names */
async function missingPackages(names) {
  const { output } = await run('dpkg-query', [
    '-W',
    '-f=${Package} ${db:Status-Status}\n',
    ...names.flatMap(bothNames),
  ]);
  const installed = new Set([...output.matchAll(/^(\S+) installed$/gm)].map(([, name]) => name));
  return names.filter((name) => !bothNames(name).some((each) => installed.has(each)));
}

/**
 * Since the change to 64-bit time Debian and Ubuntu carry some libraries under a second name.
 * @param {string} name
 */
const bothNames = (name) => [`${name}t64`, name];

/** @param {string[]} names */
async function namesHere(names) {
  const { output } = await run('apt-cache', [
    'show',
    '--no-all-versions',
    ...names.map((name) => `${name}t64`),
  ]);
  const known = new Set([...output.matchAll(/^Package: (\S+)$/gm)].map(([, name]) => name));
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function apt(args, env) {
  const { exitCode, output } = await run('apt-get', args, { env });
  if (exitCode !== 0) throw new Stop(`apt-get ${args[0]} ended with ${exitCode}.`, output);
}
