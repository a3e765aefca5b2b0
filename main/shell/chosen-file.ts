import fs from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type FileFilter } from 'electron';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import { storageFailure } from '../storage/storage-failure.ts';

const cancelled = fail({ code: 'cancelled' });

/** Asks the person for a place and writes a text there that nobody else on this computer may read. */
export const saveTextAs = async (
  name: string,
  filter: FileFilter,
  text: () => string | Promise<string>,
): Promise<Outcome<void>> => {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), name),
    filters: [filter],
  });
  if (canceled || filePath === '') return cancelled;
  try {
    const written = await text();
    await using file = await fs.open(filePath, 'w', 0o600);
    // One that was there keeps its mode otherwise.
    await file.chmod(0o600);
    await file.writeFile(written);
    await file.sync();
    return done;
  } catch (cause) {
    return storageFailure(cause);
  }
};

/** Asks the person for a file and reads it as UTF-8. Fails with `fileRefused`. */
export const openTextOf = async (filter: FileFilter, largestBytes: number): Promise<Outcome<string>> => {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    defaultPath: app.getPath('documents'),
    filters: [filter],
    properties: ['openFile'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return cancelled;
  try {
    // Opening a pipe would wait for somebody to write into it.
    const found = await fs.stat(path);
    if (!found.isFile()) return fail({ code: 'fileRefused', because: 'notAList' });
    if (found.size > largestBytes) return fail({ code: 'fileRefused', because: 'tooLarge' });
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(await fs.readFile(path)));
  } catch (cause) {
    return cause instanceof TypeError
      ? fail({ code: 'fileRefused', because: 'notAList' })
      : storageFailure(cause);
  }
};
