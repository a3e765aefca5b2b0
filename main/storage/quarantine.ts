import fs from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../app/ports.ts';
import { ensurePrivateDirectory, namesIn, syncDirectory } from './private-directory.ts';

/** Kept of each file; the oldest goes first. */
const keptOfEach = 3;

const folderIn = (directory: string): string => join(directory, 'quarantine');

/**
 * Moves what cannot be read out of the way, so that nothing overwrites it: `quarantine/<name>.<when>.json`. It is
 * moved as it is, never opened or followed.
 */
export const moveToQuarantine = (directory: string, name: string, path: string, clock: Clock): void => {
  const folder = folderIn(directory);
  ensurePrivateDirectory(folder);
  const kept = quarantined(directory, name);
  fs.renameSync(path, join(folder, freeName(name, clock.nowMs(), new Set(kept))));
  for (const old of kept.slice(0, Math.max(0, kept.length + 1 - keptOfEach)))
    fs.rmSync(join(folder, old), { recursive: true, force: true });
  syncDirectory(folder);
  syncDirectory(directory);
};

/** Erases what was kept of a file. */
export const eraseQuarantined = (directory: string, name: string): void => {
  const kept = quarantined(directory, name);
  const folder = folderIn(directory);
  for (const old of kept) fs.rmSync(join(folder, old), { recursive: true, force: true });
  if (kept.length > 0) syncDirectory(folder);
};

/** What is kept of a file, oldest first. */
const quarantined = (directory: string, name: string): readonly string[] =>
  namesIn(folderIn(directory))
    .filter((other) => other.startsWith(`${name}.`))
    .toSorted();

const freeName = (name: string, nowMs: number, taken: ReadonlySet<string>): string => {
  const when = new Date(nowMs).toISOString().replaceAll(/[-:.]/g, '');
  for (let count = 0; ; count += 1) {
    const candidate = `${name}.${when}-${String(count).padStart(3, '0')}.json`;
    if (!taken.has(candidate)) return candidate;
  }
};
