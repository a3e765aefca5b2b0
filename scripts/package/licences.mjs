import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayShip } from '../hygiene/allowed-licences.mjs';
import { at, readJson } from '../project.mjs';
import { Stop } from '../script.mjs';

/** Where the build of a package notes what it bundled. */
const bundledFolder = at('out', 'package', 'bundled');

/**
 * Writes the licence of everything that the build put into the package. Electron's and Chromium's own lie beside
 * the program. Stops at a package without a licence, or with one that may not ship.
 * @param {string} file
 */
export function writeLicences(file) {
  const folders = readdirSync(bundledFolder).flatMap((name) => readJson(join(bundledFolder, name)));
  const packages = [...new Set(folders)]
    .map((folder) => licenceOf(folder))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const refused = packages.filter(({ licence }) => !mayShip(licence));
  if (refused.length > 0)
    throw new Stop(
      `These may not ship under their licence: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
    );
  const fonts = at('renderer', 'ui', 'fonts', 'OFL.txt');
  const sections = [
    ...packages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`),
    `Atkinson Hyperlegible Next, a typeface (OFL-1.1)\n\n${readFileSync(fonts, 'utf8').trim()}`,
  ];
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  writeFileSync(
    file,
    `Hotseat contains the following works of others, under these licences. Electron’s and Chromium’s are in\nLICENSE.electron.txt and LICENSES.chromium.html.${rule}${sections.join(rule)}\n`,
  );
}

/** @param {string} folder of an installed package */
function licenceOf(folder) {
  const { name, version, license: licence, author } = readJson(join(folder, 'package.json'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/iu.test(entry));
  const text =
    file !== undefined && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').trim()
      : `No text comes with it. By ${typeof author === 'string' ? author : (author?.name ?? 'its authors')}.`;
  return { name: String(name), version: String(version), licence: String(licence), text };
}
