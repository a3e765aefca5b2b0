import { z } from 'zod';
import { userIdSchema } from '../users/user.ts';

/**
 * Why something that was asked for several users was not done for one of them. `notSaved`: it holds in memory, and the
 * disk refused.
 */
export const refusalCauseSchema = z.enum(['noWayToUnlock', 'loggedOut', 'locked', 'notSaved', 'other']);
export type RefusalCause = z.infer<typeof refusalCauseSchema>;

/** What a command for several users came to; each of them is in one of the three. */
export const severalResultSchema = z.strictObject({
  done: z.int().nonnegative(),
  /** They were so before, or are on this computer no more. */
  unchanged: z.int().nonnegative(),
  refused: z.array(z.strictObject({ userId: userIdSchema, because: refusalCauseSchema })).readonly(),
});
export type SeveralResult = z.infer<typeof severalResultSchema>;

/** So many users a command takes at once. */
export const severalLimit = 10_000;
