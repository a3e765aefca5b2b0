import { closeSync, mkdirSync, openSync } from 'node:fs';
import fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { downloadName, numberedName } from '../../app/workspaces/download-name.ts';

const attemptLimit = 1_000;
const unfinished = '.part';

/** A new file of its own under that name, or the next number of it. Throws where there can be none. */
const reserved = (folder: string, name: string, ending: string): string => {
  for (let number = 1; number <= attemptLimit; number += 1) {
    const path = join(folder, numberedName(name, number) + ending);
    try {
      closeSync(openSync(path, 'wx', 0o600));
      return path;
    } catch (cause) {
      if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EEXIST') throw cause;
    }
  }
  throw new Error('There is no free name in the folder');
};

/** Where a download goes until it is finished. At once, since Electron waits for no answer. */
export const beginDownloadFile = (folder: string, suggested: string): string => {
  mkdirSync(folder, { recursive: true });
  return reserved(folder, downloadName(suggested), unfinished);
};

/** Gives a finished download its name, over nobody's file. Answers the path. */
export const finishDownloadFile = async (path: string, suggested: string): Promise<string> => {
  const finished = reserved(dirname(path), downloadName(suggested), '');
  await fs.rename(path, finished);
  return finished;
};

export const dropDownloadFile = (path: string): Promise<void> => fs.rm(path, { force: true });

/** As it will be called, as far as can be told. */
export const shownName = (path: string): string => {
  const name = basename(path);
  return name.endsWith(unfinished) ? name.slice(0, -unfinished.length) : name;
};
