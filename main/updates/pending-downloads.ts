import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { namesIn } from '../storage/private-directory.ts';

/** Where electron-updater notes which download is whole. */
const noteName = 'update-info.json';
const noteSchema = z.object({ fileName: z.string() });

/**
 * Removes what downloads left behind that were cut off: everything but a whole one, which is good for as long as the
 * newest metadata names it.
 */
export const sweepPending = (folder: string): void => {
  try {
    const whole = wholeDownloadIn(folder);
    for (const name of namesIn(folder))
      if (whole === undefined || (name !== whole && name !== noteName))
        fs.rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
    // In the way of nothing; removed with the next download.
  }
};

const wholeDownloadIn = (folder: string): string | undefined => {
  try {
    const { fileName } = noteSchema.parse(JSON.parse(fs.readFileSync(join(folder, noteName), 'utf8')));
    return fs.lstatSync(join(folder, fileName)).isFile() ? fileName : undefined;
  } catch {
    return undefined;
  }
};

/** In base64, as metadata has it. */
export const sha512Of = async (path: string): Promise<string> => {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(path), hash);
  return hash.digest('base64');
};
