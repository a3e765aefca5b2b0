import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildForPackage, contentFolder, packagedCode } from './build.mjs';
import { writeLicences } from './package/licences.mjs';
import { linuxTargets, makeInstaller } from './package/linux-installers.mjs';
import { at, readJson } from './project.mjs';
import { runTool } from './run.mjs';
import { say, step } from './say.mjs';
import { Stop } from './script.mjs';

/**
 * @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime
 * @typedef {import('./package/linux-installers.mjs').LinuxTarget} LinuxTarget
 */

/** The address and the public key of releases, once there is a key (scripts/release/update-key.mjs). */
const releaseSource = at('build', 'update-source.json');

/** Installers stay small: this is all of our own that they carry, in bytes. */
const ownCodeLimit = 2_000_000;

/**
 * Packages the app with the given runtime: an unpacked folder, its fuses burnt. Nothing is downloaded.
 * @param {ElectronRuntime} runtime an unofficial one leaves its mark in the version and in the folder's name, and so
 *   do other releases than the real ones in the version
 * @param {PackageOptions} [options]
 * @returns {Promise<PackagedApp>}
 *
 * @typedef {object} PackageOptions to test upgrades and updates with
 * @property {string} [version] another than package.json's
 * @property {string} [folder] another place for it
 * @property {string} [updateSource] a file with another address and public key of releases
 *
 * @typedef {object} PackagedApp
 * @property {string} folder where everything of this package lies
 * @property {string} unpacked
 * @property {string} program
 * @property {string} version
 * @property {string[]} builderArgs how electron-builder is called for it
 */
export async function packageApp(
  runtime,
  {
    version = String(readJson(at('package.json')).version),
    folder = folderFor(runtime),
    updateSource = releaseSource,
  } = {},
) {
  await buildForPackage();
  const size = sizeOf(packagedCode);
  if (size > ownCodeLimit) throw new Stop(`Own code has ${size} bytes, more than ${ownCodeLimit}.`);
  const isOfficial = runtime.isOfficial && updateSource === releaseSource;
  const marked = isOfficial ? version : `${version}-unofficial.electron.${runtime.version}`;
  const builderArgs = [
    '--publish=never',
    `-c.directories.app=${contentFolder}`,
    `-c.directories.output=${folder}`,
    `-c.electronDist=${runtime.distFolder}`,
    `-c.electronVersion=${runtime.version}`,
  ];
  await step('Packaging', async () => {
    writeFileSync(
      join(contentFolder, 'package.json'),
      JSON.stringify(contentPackage(marked, updateSource), undefined, 2),
    );
    writeLicences(join(contentFolder, 'THIRD-PARTY-LICENSES.txt'));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await runTool('electron-builder', ['--dir', ...builderArgs]);
  });
  const { unpacked, program } = findUnpacked(folder);
  return { folder, unpacked, program, version: marked, builderArgs };
}

/**
 * Makes the installers that can be made here, and says of the others what they need.
 * @param {ElectronRuntime} runtime
 * @param {PackagedApp} app
 * @param {readonly LinuxTarget[]} [targets] on Linux; elsewhere all that electron-builder.yml names
 * @returns {Promise<string[]>} the files
 */
export async function makeInstallers(runtime, app, targets = linuxTargets) {
  if (process.platform !== 'linux') {
    if (!runtime.isOfficial) return [];
    // Other architectures need an Electron of their own, which electron-builder fetches.
    const args = app.builderArgs.filter((arg) => !arg.startsWith('-c.electronDist='));
    await step('All that electron-builder.yml names', () => runTool('electron-builder', args));
    return readdirSync(app.folder).map((name) => join(app.folder, name));
  }
  /** @type {string[]} */
  const files = [];
  for (const target of targets) {
    const made = await step(
      target,
      () =>
        makeInstaller(
          target,
          { ...app, isQuick: !runtime.isOfficial },
          {
            canFetchTools: runtime.isOfficial,
            builderArgs: app.builderArgs,
          },
        ),
      { outcome: (result) => ('skipped' in result ? `skipped: ${result.skipped}` : 'done') },
    );
    if ('file' in made) files.push(made.file);
  }
  if (!runtime.isOfficial)
    say(
      'These are for tests: they carry an unofficial Electron, say so in their names, and are never published.',
    );
  return files;
}

/**
 * Where the packages of a runtime lie.
 * @param {ElectronRuntime} runtime
 */
export const folderFor = (runtime) => at('release', runtime.isOfficial ? 'official' : 'unofficial');

/**
 * The program inside what {@link packageApp} made.
 * @param {string} folder
 */
export const packagedProgram = (folder) => findUnpacked(folder).program;

/** @param {string} folder */
function findUnpacked(folder) {
  const programs = ['hotseat', 'Hotseat.exe', join('Hotseat.app', 'Contents', 'MacOS', 'Hotseat')];
  const found = (existsSync(folder) ? readdirSync(folder) : [])
    .map((name) => join(folder, name))
    .flatMap((unpacked) => programs.map((name) => ({ unpacked, program: join(unpacked, name) })))
    .find(({ program }) => existsSync(program));
  if (found === undefined) throw new Stop(`There is no packaged app in ${folder}`);
  return found;
}

/** @param {string} folder */
const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);

/**
 * @param {string} version
 * @param {string} updateSource
 */
function contentPackage(version, updateSource) {
  const { name, productName, description, license, author, homepage, type, main } = readJson(
    at('package.json'),
  );
  return {
    name,
    productName,
    version,
    description,
    license,
    author,
    homepage,
    private: true,
    type,
    main,
    // The name under which the desktop knows the window.
    desktopName: 'hotseat.desktop',
    // Without it updates are off.
    ...(existsSync(updateSource) ? { updates: readJson(updateSource) } : {}),
  };
}
