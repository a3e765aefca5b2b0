import { z } from 'zod';
import { fail, type Outcome } from '../../app/outcome.ts';
import type { DurableFile } from './durable-file.ts';
import { envelopeVersion } from './session-envelope.ts';

const newerSchema = z.looseObject({ version: z.int().gt(envelopeVersion) });

/**
 * The refusal to put anything in the place of what a newer Hotseat sealed there; undefined where there is nothing of
 * it. Erasing stays allowed: who logs out or is removed has nothing left here.
 */
export const refusalOfNewer = (file: DurableFile): ReturnType<typeof fail> | undefined => {
  const reading = file.read();
  return reading.kind === 'read' && newerSchema.safeParse(reading.value).success ? newerVersion : undefined;
};

const newerVersion = fail({ code: 'storageUnavailable', problem: 'newerVersion' }) satisfies Outcome<never>;
