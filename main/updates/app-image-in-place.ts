import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater.js';
import { syncDirectory, syncFile, unlinkIfThere } from '../storage/private-directory.ts';
import { UpdateFailure } from './update-failure.ts';

/** Programs can be run by whoever could run the one before. */
const programMode = 0o755;

/**
 * Replaces an AppImage in one step and under its own name. The library removes the old file before it moves the new
 * one, which a full disk turns into none, and renames what has a version in its name, which menus do not follow.
 */
export class AppImageInPlace extends AppImageUpdater {
  readonly #path: string;
  readonly #staged: string;

  constructor(path: string) {
    super();
    this.#path = path;
    this.#staged = join(dirname(path), `.${basename(path)}.new`);
  }

  /** Puts the new version beside the old one, durably. */
  async stage(file: string): Promise<void> {
    if (!fs.lstatSync(this.#path).isFile()) throw new UpdateFailure('notPermitted');
    try {
      unlinkIfThere(this.#staged);
      await fs.promises.copyFile(file, this.#staged, fs.constants.COPYFILE_EXCL);
      await fs.promises.chmod(this.#staged, programMode);
      syncFile(this.#staged);
    } catch (cause) {
      this.unstage();
      throw cause;
    }
  }

  /** Leaves nothing beside the AppImage. */
  unstage(): void {
    try {
      unlinkIfThere(this.#staged);
    } catch {
      // Removed with the next try.
    }
  }

  protected override doInstall(): boolean {
    fs.renameSync(this.#staged, this.#path);
    syncDirectory(dirname(this.#path));
    return true;
  }
}
