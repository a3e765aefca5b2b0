import { z } from 'zod';
import type { StorageProblem } from '../../app/errors.ts';
import { fail, type Outcome } from '../../app/outcome.ts';

const errnoSchema = z.object({ code: z.string() });

/** The error code of a failed file operation (`ENOSPC`), or undefined for any other error. */
export const errnoOf = (cause: unknown): string | undefined => {
  const parsed = errnoSchema.safeParse(cause);
  return parsed.success ? parsed.data.code : undefined;
};

/** EFBIG and EDQUOT are no full disk, but look like one to the person, and the same things help. */
const problems: Readonly<Record<string, StorageProblem>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EACCES: 'notPermitted',
  EPERM: 'notPermitted',
  EROFS: 'notPermitted',
};

/** Content on disk is not what was written. */
export class NotWhatWasWritten extends Error {
  /** A write cut short, as on a full disk: what is there is right, as far as it goes. */
  readonly isShort: boolean;

  constructor({ isShort }: { isShort: boolean }) {
    super('The file does not hold what was written');
    this.name = 'NotWhatWasWritten';
    this.isShort = isShort;
  }
}

/** What a thrown error of the file system means to the caller. */
export const storageFailure = (cause: unknown): Outcome<never> =>
  fail({ code: 'storageUnavailable', problem: problemOf(cause) });

const problemOf = (cause: unknown): StorageProblem => {
  if (cause instanceof NotWhatWasWritten) return cause.isShort ? 'diskFull' : 'failed';
  return problems[errnoOf(cause) ?? ''] ?? 'failed';
};
