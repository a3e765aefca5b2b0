import { z } from 'zod';

/**
 * Something that ended, or failed, without being asked to. `notQuit`: a run of Hotseat's that never came to its end:
 * it crashed, was killed, or the computer went down. The others that are no Chromium words are of this process,
 * which lives on.
 */
export const crashReasonSchema = z.enum([
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
  'notQuit',
  'uncaughtException',
  'unhandledRejection',
]);
export type CrashReason = z.infer<typeof crashReasonSchema>;

/** `window` is Hotseat's own page, `page` that of a workspace. */
export const crashedProcessSchema = z.enum(['main', 'window', 'page', 'directory', 'gpu', 'other']);
export type CrashedProcess = z.infer<typeof crashedProcessSchema>;

/** A version, as programs write theirs. */
export const versionSchema = z.string().regex(/^[\w.+-]{1,40}$/);

/** What is kept of it: no message and no stack, since anything may be in those. */
export const crashRecordSchema = z.strictObject({
  at: z.iso.datetime(),
  process: crashedProcessSchema,
  reason: crashReasonSchema,
  exitCode: z.int().optional(),
  /** The kind of an error, without what it says. */
  error: z
    .string()
    .regex(/^[A-Z]\w{0,50}$/)
    .optional(),
  /** Where in our code it was thrown: a file without its folder, line and column. */
  place: z
    .string()
    .regex(/^[\w.-]{1,60}:\d{1,6}:\d{1,6}$/)
    .optional(),
  hotseat: versionSchema,
  electron: versionSchema,
});
export type CrashRecord = z.infer<typeof crashRecordSchema>;

/** Those of a file that has one a line, oldest first. What is none, as the end of a line that was cut, is left out. */
export const parseCrashRecords = (text: string): readonly CrashRecord[] =>
  text.split('\n').flatMap((line) => crashRecordSchema.safeParse(parsedJson(line)).data ?? []);

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
