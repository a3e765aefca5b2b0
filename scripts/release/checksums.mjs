import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Metadata of updates: signed by itself, and signed again with every step of a roll-out. */
const changesLater = /^latest.*\.yml(?:\.sig)?$/u;

/**
 * The SHA-256 of every file of a folder that stays as it is, as `sha256sum --check` reads it.
 * @param {string} folder
 */
export async function checksumsOf(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .filter((name) => !changesLater.test(name))
    .toSorted();
  let lines = '';
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    lines += `${hash.digest('hex')}  ${name}\n`;
  }
  return lines;
}
