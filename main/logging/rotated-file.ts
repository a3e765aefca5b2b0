import fs from 'node:fs';
import { join } from 'node:path';

/** The file of that age, 0 being the one that is written to. */
export const rotatedName = (name: string, age: number): string =>
  age === 0 ? `${name}.log` : `${name}.${age}.log`;

/** Makes every file one older, which is the end of the oldest of `count`. What cannot be moved is written over. */
export const rotateFiles = (folder: string, name: string, count: number): void => {
  for (let age = count - 1; age > 0; age -= 1) {
    try {
      fs.renameSync(join(folder, rotatedName(name, age - 1)), join(folder, rotatedName(name, age)));
    } catch {
      // There are not that many yet.
    }
  }
  // Where it could not be moved, as on Windows while somebody reads it, it must not grow for ever.
  fs.rmSync(join(folder, rotatedName(name, 0)), { force: true });
};
