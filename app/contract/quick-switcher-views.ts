import { z } from 'zod';
import { surfaceCommandSchema } from '../surfaces/surface-commands.ts';
import { userCommandSchema } from '../surfaces/user-commands.ts';
import { userIdSchema } from '../users/user.ts';

/** One line of the quick switcher. A user is drawn from the window's own mirror. */
export const foundViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), userId: userIdSchema }),
  z.strictObject({
    kind: z.literal('command'),
    command: surfaceCommandSchema,
    name: z.string(),
  }),
  z.strictObject({
    kind: z.literal('userCommand'),
    command: userCommandSchema,
    userId: userIdSchema,
    name: z.string(),
  }),
]);
export type FoundView = z.infer<typeof foundViewSchema>;
