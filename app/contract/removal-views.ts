import { z } from 'zod';

/** What a removal erases or looks for, in the order in which it does. */
export const removalSubjectSchema = z.enum([
  'session',
  'serverSession',
  'accountRecord',
  'recentList',
  'webStorage',
  'webCache',
  'webFolder',
  'workspaceHistory',
  'requestHistory',
  'damagedFiles',
  'notifications',
]);
export type RemovalSubject = z.infer<typeof removalSubjectSchema>;

/**
 * `erased`: it was there and is gone, looked for again. `empty`: looked for, and not there. `queued`: waits for its
 * service. `atNextStart`: in use until Hotseat ends. `failed`: tried again at the next start.
 */
export const removalResultSchema = z.enum(['erased', 'empty', 'queued', 'atNextStart', 'failed']);
export type RemovalResult = z.infer<typeof removalResultSchema>;

/** What a removal did, without saying whose it was. */
export const removalReceiptSchema = z.strictObject({
  id: z.string(),
  /** Absent where a removal that was cut off could not be told any more. */
  serviceKind: z.enum(['directory', 'appServices', 'openIdConnect', 'website']).optional(),
  removedAtMs: z.number(),
  /** Absent while something is left to do. */
  finishedAtMs: z.number().optional(),
  /** Was the account deleted at its service too? */
  isAccountDeleted: z.boolean(),
  steps: z.array(z.strictObject({ subject: removalSubjectSchema, result: removalResultSchema })).readonly(),
});
export type RemovalReceipt = z.infer<typeof removalReceiptSchema>;
export type RemovalStep = RemovalReceipt['steps'][number];
