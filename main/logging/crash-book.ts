import fs from 'node:fs';
import { join } from 'node:path';
import {
  crashRecordSchema,
  parseCrashRecords,
  type CrashedProcess,
  type CrashReason,
  type CrashRecord,
} from '../../app/diagnosis/crash-record.ts';
import type { Clock } from '../../app/ports.ts';

export interface CrashBookOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly versions: Pick<CrashRecord, 'hotseat' | 'electron'>;
}

export interface Crash {
  readonly process: CrashedProcess;
  readonly reason: CrashReason;
  readonly exitCode?: number | undefined;
  /** Of it the kind and the place are kept. */
  readonly cause?: unknown;
}

/** About three hundred crashes; the older half goes then. */
const maxBytes = 64 * 1024;

/** What crashed on this computer, in a small file of its own. Nothing of it is sent anywhere, and nothing here throws. */
export class CrashBook {
  readonly #options: CrashBookOptions;
  readonly #file: string;
  /** There while Hotseat runs. */
  readonly #runningMark: string;

  constructor(options: CrashBookOptions) {
    this.#options = options;
    this.#file = join(options.folder, 'crashes.jsonl');
    this.#runningMark = join(options.folder, 'running');
  }

  /** Says that Hotseat runs, and records that the run before did not come to its end, where it did not. */
  begin(): void {
    quietly(() => {
      if (fs.existsSync(this.#runningMark)) this.record({ process: 'main', reason: 'notQuit' });
      else fs.writeFileSync(this.#runningMark, '', { mode: 0o600 });
    });
  }

  end(): void {
    quietly(() => fs.rmSync(this.#runningMark, { force: true }));
  }

  /** At once: the process may have no other moment. */
  record({ process, reason, exitCode, cause }: Crash): void {
    const { clock, versions } = this.#options;
    const record = crashRecordSchema.safeParse({
      at: new Date(clock.nowMs()).toISOString(),
      process,
      reason,
      ...(exitCode === undefined ? {} : { exitCode }),
      ...kindAndPlaceOf(cause),
      ...versions,
    });
    if (!record.success) return;
    quietly(() => {
      this.#makeRoom();
      fs.appendFileSync(this.#file, `${JSON.stringify(record.data)}\n`, { mode: 0o600 });
    });
  }

  /** Oldest first. */
  list(): readonly CrashRecord[] {
    try {
      return parseCrashRecords(fs.readFileSync(this.#file, 'utf8'));
    } catch {
      return [];
    }
  }

  #makeRoom(): void {
    const bytes = fs.statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes < maxBytes) return;
    const kept = this.list();
    const newer = kept.slice(Math.ceil(kept.length / 2)).map((record) => `${JSON.stringify(record)}\n`);
    fs.writeFileSync(this.#file, newer.join(''), { mode: 0o600 });
  }
}

/** The name of an error's class, and the first frame of its stack without the folder. */
const kindAndPlaceOf = (cause: unknown): Pick<CrashRecord, 'error' | 'place'> => {
  if (!(cause instanceof Error)) return {};
  const error = /^[A-Z]\w{0,50}$/.exec(cause.name)?.[0];
  const place = /^\s+at .*?([\w.-]{1,60}:\d{1,6}:\d{1,6})\)?$/m.exec(cause.stack ?? '')?.[1];
  return { ...(error === undefined ? {} : { error }), ...(place === undefined ? {} : { place }) };
};

const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    // A disk that takes nothing is told of elsewhere.
  }
};
