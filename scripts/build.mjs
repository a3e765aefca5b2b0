import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './project.mjs';
import { runTool } from './run.mjs';
import { step } from './say.mjs';

const sources = ['app', 'main', 'preload', 'renderer'];
const settings = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'scripts/left-out.mjs',
  'scripts/messages.mjs',
  'scripts/packed-languages.mjs',
  'scripts/notebook-page.mjs',
];
const stampPath = at('out', '.stamp');

/** Builds the app into `out/`, unless what is there was built from these very sources. */
export async function build() {
  const wanted = sourcesHash();
  if (
    existsSync(stampPath) &&
    existsSync(at('out', 'main', 'index.js')) &&
    readFileSync(stampPath, 'utf8') === wanted
  )
    return;
  await step('Building', async () => {
    rmSync(stampPath, { force: true });
    await runTool('electron-vite', ['build']);
    writeFileSync(stampPath, wanted);
  });
}

/** What goes into a package: built with its guards, with a package.json of its own. */
export const contentFolder = at('out', 'package');

/** The code in it. */
export const packagedCode = join(contentFolder, 'out');

/** Builds what goes into a package: beside the development build, not over it. */
export async function buildForPackage() {
  const folder = packagedCode;
  await step('Building for the package', async () => {
    rmSync(folder, { recursive: true, force: true });
    await runTool('electron-vite', ['build', '--outDir', folder], {
      env: { ...process.env, HOTSEAT_BUILD: 'package' },
    });
  });
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const path of [...settings, ...sources.flatMap(filesUnder)]) {
    if (existsSync(at(path)))
      hash
        .update(`${path}\0`)
        .update(readFileSync(at(path)))
        .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} paths from the project's folder, in a fixed order, without tests
 */
function filesUnder(folder) {
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(at().length + 1))
    .toSorted();
}
