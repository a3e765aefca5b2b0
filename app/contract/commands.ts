import { z } from 'zod';
import { serviceIdSchema, userIdSchema } from '../users/user.ts';
import { snapshotSchema } from './views.ts';

/** Bounds of what may come from the window. The service has rules of its own beyond them. */
const email = z.string().min(1).max(320);
const password = z.string().min(1).max(1024);
const personName = z.string().max(200);
const attemptId = z.string().min(1).max(64);
const userOnly = z.strictObject({ userId: userIdSchema });
const nothing = z.undefined();

const logInMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('emailPassword'), email, password }),
  z.strictObject({ kind: z.literal('anonymous'), isReused: z.boolean() }),
]);

/** Who is in after a login; `inactive` when the person has switched meanwhile, so that it is only offered. */
const seated = z.strictObject({ userId: userIdSchema, seat: z.enum(['active', 'inactive']) });

/**
 * Every command of the window, once: its input, and its output when it succeeds. Adding one is a line here, a
 * line in main's table (exhaustive by type), and the call.
 */
export const commands = {
  readSnapshot: { input: nothing, output: snapshotSchema },
  logIn: {
    input: z.strictObject({
      attemptId,
      serviceId: serviceIdSchema,
      method: logInMethod,
      /** Logging in again as this user: any other identity is refused. */
      expectedUserId: userIdSchema.optional(),
    }),
    output: seated,
  },
  createAccount: {
    input: z.strictObject({
      attemptId,
      serviceId: serviceIdSchema,
      email,
      password,
      name: personName.optional(),
    }),
    output: seated,
  },
  /** Cancels a login of the window that has not finished; nothing happens to one that has. */
  cancelLogIn: { input: z.strictObject({ attemptId }), output: nothing },
  switchTo: { input: userOnly, output: nothing },
  logOut: { input: userOnly, output: nothing },
  rename: {
    input: z.strictObject({ userId: userIdSchema, nickname: personName.optional() }),
    output: nothing,
  },
  remove: { input: userOnly, output: nothing },
  /** Deletes the account at its service with that user's own token, then removes the user. */
  deleteAccount: { input: userOnly, output: nothing },
  /** Runs a function of the service as the named user, active or not. */
  callFunction: {
    input: z.strictObject({
      userId: userIdSchema,
      name: z.string().min(1).max(128),
      arguments: z.array(z.json()).max(16),
    }),
    output: z.json(),
  },
  /** Looks at the key store again, for a person who has just unlocked or installed one. */
  checkSessionStorage: { input: nothing, output: nothing },
  dismissNotice: { input: z.strictObject({ noticeId: z.string().max(64) }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type CommandName = keyof typeof commands;
export type CommandInput<Name extends CommandName> = z.infer<(typeof commands)[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.infer<(typeof commands)[Name]['output']>;
