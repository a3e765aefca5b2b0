import { isDeepStrictEqual } from 'node:util';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { defaultSettings, type Settings } from '../../app/settings/settings.ts';
import { parseSettings, storedSettings } from '../../app/settings/stored-settings.ts';
import { DurableFile } from '../storage/durable-file.ts';
import { readVersioned, type StorageNotice } from '../storage/versioned-reading.ts';
import type { SettingsBook } from './settings-book.ts';

/** The settings in a file of their own: on disk before they hold. */
export class KeptSettings implements SettingsBook {
  readonly notices: readonly StorageNotice[];
  readonly #file: DurableFile;
  readonly #isNewer: boolean;
  readonly #listeners = new Set<() => void>();
  readonly #queue = new SerialQueue();
  #current: Settings;

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.#file = new DurableFile({
      directory,
      clock,
      name: 'settings',
      isUsable: (value) => parseSettings(value).kind !== 'corrupt',
    });
    const { value, isNewer, notices } = readVersioned(this.#file, parseSettings, 'settings');
    this.#isNewer = isNewer;
    this.notices = notices;
    this.#current = value?.settings ?? defaultSettings;
  }

  get current(): Settings {
    return this.#current;
  }

  change(part: Partial<Settings>): Promise<Outcome<void>> {
    return this.#queue.run(async () => {
      if (this.#isNewer) return fail({ code: 'storageUnavailable', problem: 'newerVersion' });
      const next = { ...this.#current, ...part };
      if (isSame(next, this.#current)) return done;
      const written = await this.#file.write(storedSettings(next));
      if (!written.ok) return written;
      this.#current = next;
      for (const listener of Array.from(this.#listeners)) listener();
      return done;
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const isSame = (some: Settings, others: Settings): boolean => isDeepStrictEqual(some, others);
