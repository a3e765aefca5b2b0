import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForPackage } from './build.mjs';
import { npm } from './install.mjs';
import { builderConfig } from './package/builder-config.mjs';
import { bundledPackages } from './package/bundled.mjs';
import { at, readJson } from './project.mjs';
import { notesOf } from './release/changelog.mjs';
import { checksumsOf } from './release/checksums.mjs';
import { hindrances } from './release/hindrances.mjs';
import { partsListOf } from './release/parts-list.mjs';
import { say } from './say.mjs';
import { script, Stop } from './script.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** The tag to be released. */
    tag: { type: 'string' },
    /** A folder with what the builds made. */
    from: { type: 'string' },
  },
});

/** Kinds of files that a release consists of; whatever else a build leaves behind is not published. */
const published = /\.(?:AppImage|deb|rpm|tar\.gz|exe|dmg|zip|blockmap)$|^latest.*\.yml(?:\.sig)?$/u;

/** @returns {string[]} */
const madeFiles = () =>
  values.from === undefined ? [] : readdirSync(values.from).filter((name) => published.test(name));

const release = () => ({
  tag: values.tag ?? '',
  version: String(readJson(at('package.json')).version),
  changelog: readFileSync(at('CHANGELOG.md'), 'utf8'),
  maintainer: builderConfig().linux.maintainer,
  homepage: String(readJson(at('package.json')).homepage),
  files: madeFiles(),
});

/** What is published, part by part: what a build bundles, and Electron. */
async function partsList() {
  await buildForPackage();
  const { exitCode, output } = await npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']);
  if (exitCode !== 0) throw new Stop('npm could not list the parts.', output);
  const { electron: version } = readJson(at('package.json')).devDependencies;
  return partsListOf(JSON.parse(output), [...bundledPackages(), { name: 'electron', version }]);
}

/** @type {Record<string, () => Promise<void>>} */
const commands = {
  /** Stops at whatever is in the way of a release. */
  check: async () => {
    const found = hindrances(release());
    if (found.length > 0) throw new Stop(`This cannot be released:\n    ${found.join('\n    ')}`);
    say('Nothing is in the way.');
  },
  /** Puts together what is published: files, notes, parts list, checksums. */
  assemble: async () => {
    await commands['check']?.();
    const { version, changelog, files } = release();
    if (values.from === undefined || files.length === 0)
      throw new Stop('--from names no folder with installers.');
    const folder = at('release', 'assembled');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const name of files) copyFileSync(join(values.from, name), join(folder, name));
    writeFileSync(
      join(folder, `hotseat-${version}.cdx.json`),
      JSON.stringify(await partsList(), undefined, 2),
    );
    writeFileSync(join(folder, 'SHA256SUMS'), await checksumsOf(folder));
    writeFileSync(at('release', 'notes.md'), `${notesOf(changelog, version)}\n`);
    say(`Assembled in ${folder}`);
  },
};

await script(async () => {
  const command = commands[positionals[0] ?? ''];
  if (command === undefined)
    throw new Stop(
      `Usage: npm run release -- (${Object.keys(commands).join(' | ')}) --tag vX.Y.Z [--from FOLDER]`,
    );
  await command();
  return 0;
});
