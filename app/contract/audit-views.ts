import { z } from 'zod';
import { userIdSchema } from '../users/user.ts';

export const auditEventSchema = z.enum([
  'started',
  'loggedIn',
  'switched',
  'nobodyActive',
  'locked',
  'unlocked',
  'unlockFailed',
  'loggedOut',
  'removed',
  'rulesChanged',
  'ended',
]);
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** Where it was asked for; `itself`: nobody asked, as when a session ends. */
export const auditSurfaceSchema = z.enum([
  'window',
  'key',
  'menu',
  'commandLine',
  'link',
  'computer',
  'itself',
]);
export type AuditSurface = z.infer<typeof auditSurfaceSchema>;

/** What happened, when, to whom. No token, no e-mail. */
export const auditEntrySchema = z.strictObject({
  /** Counts from 1, without gaps. */
  n: z.int().positive(),
  /** ISO 8601, by the computer’s clock. */
  at: z.string(),
  event: auditEventSchema,
  user: userIdSchema.optional(),
  /** Only where the rules want names. */
  name: z.string().optional(),
  by: auditSurfaceSchema,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What a look at the whole trail came to. `unkeyed`: entries that were made while no key store answered. */
export const auditVerdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sound'), count: z.int(), unkeyed: z.int() }),
  /** `n`: the first entry that is not as it was written, or not there. */
  z.strictObject({ kind: z.literal('changed'), n: z.int() }),
  /** The key store does not give the key out now. */
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;
