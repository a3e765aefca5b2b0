import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { run, runTool } from '../run.mjs';
import { Stop } from '../script.mjs';

/**
 * @typedef {object} Installer
 * @property {string} unpacked the unpacked app
 * @property {string} folder where the installer goes
 * @property {string} fileName
 * @property {string} version SemVer
 * @property {string} arch as this kind of installer calls it
 * @property {boolean} isQuick packed loosely, for tests
 */

/** @typedef {'tar.gz' | 'deb' | 'rpm' | 'AppImage'} LinuxTarget */

/** @type {readonly LinuxTarget[]} */
export const linuxTargets = ['tar.gz', 'deb', 'rpm', 'AppImage'];

/**
 * Makes one installer of an unpacked app.
 * @param {LinuxTarget} target
 * @param {Omit<Installer, 'fileName' | 'arch'>} app
 * @param {{ canFetchTools: boolean, builderArgs: string[] }} builder whether electron-builder may fetch its own
 *   fpm and AppImage tools, and how it is called for this app
 * @returns {Promise<{ file: string } | { skipped: string }>} the file, or what it would need
 */
export async function makeInstaller(target, app, { canFetchTools, builderArgs }) {
  const fileName = `hotseat-${app.version}-linux-${archOf[target]}.${target}`;
  const file = join(app.folder, fileName);
  const hasFpm = process.env['CUSTOM_FPM_PATH'] !== undefined || process.env['USE_SYSTEM_FPM'] === 'true';
  const byBuilder = async () => {
    // The updater installs what it fetched as the same kind; of an archive or an AppImage it knows without.
    if (target !== 'AppImage') writeFileSync(join(app.unpacked, 'resources', 'package-type'), target);
    await runTool('electron-builder', [
      '--linux',
      target,
      `--${process.arch}`,
      '--prepackaged',
      app.unpacked,
      ...builderArgs,
    ]);
    rmSync(join(app.unpacked, 'resources', 'package-type'), { force: true });
  };
  const mayCallBuilder = canFetchTools || hasFpm;
  const makers = {
    'tar.gz': () => archive(app.unpacked, file, basename(fileName, '.tar.gz')),
    deb: async () => {
      if (mayCallBuilder) return byBuilder();
      // Later: in a fresh clone its package is not installed when this file is read.
      const { makeDeb } = await import('./deb.mjs');
      return makeDeb({ ...app, fileName, arch: archOf.deb });
    },
    rpm: async () => {
      if (mayCallBuilder) return byBuilder();
      const { makeRpm } = await import('./rpm.mjs');
      return makeRpm({ ...app, fileName, arch: archOf.rpm });
    },
    AppImage: byBuilder,
  };
  const lack = {
    'tar.gz': undefined,
    deb: mayCallBuilder || isOnPath('dpkg-deb') ? undefined : 'fpm (CUSTOM_FPM_PATH names one) or dpkg-deb',
    rpm: isOnPath('rpmbuild') ? undefined : 'rpmbuild (on Debian in the package rpm)',
    AppImage: canFetchTools
      ? undefined
      : 'the AppImage tools, which electron-builder fetches from its release host',
  }[target];
  if (lack !== undefined) return { skipped: `needs ${lack}` };
  await makers[target]();
  return { file };
}

/** How each kind calls the architecture that it is for: this computer's. @type {Record<LinuxTarget, string>} */
const archOf =
  process.arch === 'arm64'
    ? { 'tar.gz': 'arm64', deb: 'arm64', rpm: 'aarch64', AppImage: 'arm64' }
    : { 'tar.gz': 'x64', deb: 'amd64', rpm: 'x86_64', AppImage: 'x86_64' };

/**
 * An archive that is the same, byte for byte, for the same app.
 * @param {string} unpacked
 * @param {string} file
 * @param {string} folderName the one folder in it
 */
async function archive(unpacked, file, folderName) {
  const { exitCode, output } = await run('tar', [
    '--create',
    '--gzip',
    '--file',
    file,
    '--sort=name',
    '--mtime=2026-01-01T00:00Z',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u+w,go=u-w',
    `--transform=s,^${basename(unpacked)},${folderName},`,
    '--directory',
    dirname(unpacked),
    basename(unpacked),
  ]);
  if (exitCode !== 0) throw new Stop(`tar ended with ${exitCode}.`, output);
}

/** @param {string} program */
const isOnPath = (program) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
