import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayShip } from '../hygiene/allowed-licences.mjs';
import { at } from '../project.mjs';
import { Stop } from '../script.mjs';
import { bundledPackages } from './bundled.mjs';

/**
 * Writes the licence of everything that the build put into the package. Electron's and Chromium's own lie beside
 * the program. Stops at a package without a licence, or with one that may not ship.
 * @param {string} file
 */
export function writeLicences(file) {
  const packages = bundledPackages();
  const refused = packages.filter(({ licence }) => !mayShip(licence));
  if (refused.length > 0)
    throw new Stop(
      `These may not ship under their licence: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
    );
  const fonts = at('renderer', 'ui', 'fonts', 'OFL.txt');
  const sections = [
    ...packages.map((one) => `${one.name} ${one.version} (${one.licence})\n\n${textOf(one)}`),
    `Atkinson Hyperlegible Next, a typeface (OFL-1.1)\n\n${readFileSync(fonts, 'utf8').trim()}`,
  ];
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  writeFileSync(
    file,
    `Hotseat contains the following works of others, under these licences. Electron’s and Chromium’s are in\nLICENSE.electron.txt and LICENSES.chromium.html.${rule}${sections.join(rule)}\n`,
  );
}

/** @param {ReturnType<typeof bundledPackages>[number]} bundled */
function textOf({ folder, author }) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/iu.test(entry));
  return file === undefined
    ? `No text comes with it. By ${nameOf(author) ?? 'its authors'}.`
    : readFileSync(join(folder, file), 'utf8').trim();
}

/**
 * @param {unknown} author as package.json names one
 * @returns {string | undefined}
 */
function nameOf(author) {
  if (typeof author === 'string') return author;
  return typeof author === 'object' && author !== null && 'name' in author ? String(author.name) : undefined;
}
