import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildForPackage } from './build.mjs';
import { at, readJson } from './project.mjs';
import { runTool } from './run.mjs';
import { step } from './say.mjs';
import { Stop } from './script.mjs';

/** What goes into the package: built with its guards, with a package.json of its own. */
const contentFolder = at('out', 'package');

/**
 * Packages the app with the given runtime, without any download. With an unofficial runtime only an unpacked
 * folder is made, marked as unofficial in its version and its place: it is for tests, never a release.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string[]} targets as electron-builder's command line has them, such as `--dir`
 * @returns {Promise<string>} the folder with what was made
 */
export async function packageApp(runtime, targets) {
  if (!runtime.isOfficial && targets.join(' ') !== '--dir') {
    throw new Stop('With an unofficial Electron only a folder for tests is made: npm run package -- --dir');
  }
  await buildForPackage(join(contentFolder, 'out'));
  const outputFolder = at('release', runtime.isOfficial ? 'official' : 'unofficial');
  await step('Packaging', async () => {
    writeFileSync(join(contentFolder, 'package.json'), JSON.stringify(contentPackage(runtime), undefined, 2));
    rmSync(outputFolder, { recursive: true, force: true });
    await runTool('electron-builder', [
      ...targets,
      '--publish=never',
      `-c.directories.app=${contentFolder}`,
      `-c.directories.output=${outputFolder}`,
      `-c.electronDist=${runtime.distFolder}`,
      `-c.electronVersion=${runtime.version}`,
    ]);
  });
  return outputFolder;
}

/**
 * The program inside an unpacked folder that {@link packageApp} made.
 * @param {string} outputFolder
 */
export function packagedExecutable(outputFolder) {
  const programs = ['hotseat', 'Hotseat.exe', join('Hotseat.app', 'Contents', 'MacOS', 'Hotseat')];
  const folders = existsSync(outputFolder) ? readdirSync(outputFolder) : [];
  const found = folders
    .flatMap((folder) => programs.map((program) => join(outputFolder, folder, program)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Stop(`There is no packaged app in ${outputFolder}`);
  return found;
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
function contentPackage(runtime) {
  const { name, productName, version, description, license, author, type, main } = readJson(
    at('package.json'),
  );
  const mark = runtime.isOfficial ? '' : `-unofficial.electron.${runtime.version}`;
  return {
    name,
    productName,
    version: `${version}${mark}`,
    description,
    license,
    author,
    private: true,
    type,
    main,
  };
}
