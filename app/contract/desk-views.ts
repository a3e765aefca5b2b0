import { z } from 'zod';
import { switchingRuleSchema } from '../desk/switching-rule.ts';

/** The rules that hold on this computer, whoever set them. */
export const deskViewSchema = z.strictObject({
  switching: switchingRuleSchema,
  /** 0 for never. */
  lockAfterMinutes: z.int().nonnegative(),
  locksWithComputer: z.boolean(),
  keepsLockedPages: z.boolean(),
  unlockAttempts: z.int().positive(),
  unlockWith: z.enum(['pin', 'passphrase']),
  /** Until an account is logged out; absent where there is no limit. */
  sessionHours: z.number().optional(),
  sessionIdleMinutes: z.int().optional(),
  mayAddServices: z.boolean(),
  remembersAccounts: z.boolean(),
  audit: z.enum(['off', 'ids', 'names']),
  /** `broken`: an administrator’s policy is there and cannot be understood, so the strictest rules hold. */
  policy: z.enum(['none', 'held', 'broken']),
  /** What the administrator has set, by the policy’s own keys. */
  setByPolicy: z.array(z.string()).readonly(),
  /** Keys of the policy that Hotseat does not know, and that have no effect. */
  unknownKeys: z.array(z.string()).readonly(),
});
export type DeskView = z.infer<typeof deskViewSchema>;
