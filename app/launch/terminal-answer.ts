import { z } from 'zod';
import { diagnosisReportSchema } from '../diagnosis/diagnosis-report.ts';
import type { ErrorReport } from '../errors.ts';
import { userIdSchema } from '../users/user.ts';
import type { TerminalCommand } from './terminal-commands.ts';

/** Raised when a Hotseat of before could not answer. */
const protocol = z.literal(1);

const account = z.string().min(1).max(400);

const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['list', 'whoami', 'next', 'previous', 'lockAll', 'status']) }),
  z.strictObject({ kind: z.literal('switch'), account }),
  z.strictObject({ kind: z.enum(['login', 'lock', 'open']), account: account.optional() }),
  z.strictObject({ kind: z.enum(['logout', 'remove']), account, isConfirmed: z.boolean() }),
  z.strictObject({ kind: z.literal('diagnose'), withAddresses: z.boolean() }),
]) satisfies z.ZodType<TerminalCommand>;

/** One line from a terminal to the running Hotseat. */
export const terminalRequestSchema = z.strictObject({ protocol, command: commandSchema });
export type TerminalRequest = z.infer<typeof terminalRequestSchema>;

export const accountLineSchema = z.strictObject({
  /** Its place in the list, from 1. */
  number: z.int().positive(),
  id: userIdSchema,
  name: z.string(),
  email: z.string().optional(),
  service: z.string(),
  state: z.enum(['active', 'inactive', 'locked', 'loggedOut']),
});
export type AccountLine = z.infer<typeof accountLineSchema>;

export const statusSchema = z.strictObject({
  version: z.string(),
  active: accountLineSchema.optional(),
  accounts: z.int().nonnegative(),
  locked: z.int().nonnegative(),
  loggedOut: z.int().nonnegative(),
  storage: z.enum(['checking', 'protected', 'unprotected', 'inMemoryByRule']),
  switching: z.enum(['free', 'unlock', 'exclusive']),
  policy: z.enum(['none', 'held', 'broken']),
});
export type TerminalStatus = z.infer<typeof statusSchema>;

/** Why something was not done, as far as a script may want to tell it apart. */
const failureSchema = z.enum([
  'locked',
  'loggedOut',
  'gone',
  'rules',
  'noWayToUnlock',
  'anonymousWouldGo',
  'notSaved',
  'unreachable',
  'superseded',
  'unexpected',
]);
export type TerminalFailure = z.infer<typeof failureSchema>;

/** What the running Hotseat answers. It is shown to whoever asked, so nothing of a session is in it. */
export const terminalAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accounts'), accounts: z.array(accountLineSchema).readonly() }),
  z.strictObject({ kind: z.literal('active'), account: accountLineSchema.optional() }),
  z.strictObject({ kind: z.literal('status'), status: statusSchema }),
  z.strictObject({
    kind: z.literal('done'),
    did: z.enum(['switched', 'locked', 'loggedOut', 'removed', 'opened', 'logInOpened']),
    account: accountLineSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('allLocked') }),
  z.strictObject({ kind: z.literal('diagnosis'), report: diagnosisReportSchema }),
  /** Cannot be taken back, so the person is asked; the same again with `isConfirmed` does it. */
  z.strictObject({
    kind: z.literal('asksFirst'),
    about: z.enum(['remove', 'logOutAnonymous']),
    account: accountLineSchema,
  }),
  z.strictObject({ kind: z.literal('unknownAccount'), reference: z.string() }),
  z.strictObject({
    kind: z.literal('ambiguous'),
    reference: z.string(),
    candidates: z.array(accountLineSchema).readonly(),
  }),
  /** Nobody is active, or nobody else can become so. */
  z.strictObject({ kind: z.literal('nobody'), to: z.enum(['lock', 'switchTo']) }),
  z.strictObject({
    kind: z.literal('failed'),
    because: failureSchema,
    account: accountLineSchema.optional(),
  }),
  /** The request was none, or one of another version. */
  z.strictObject({ kind: z.literal('notUnderstood') }),
]);
export type TerminalAnswer = z.infer<typeof terminalAnswerSchema>;

/** What an error comes to for who is not at the window. */
export const failureOf = (error: ErrorReport): TerminalFailure => {
  switch (error.code) {
    case 'locked':
      return 'locked';
    case 'userLoggedOut':
      return 'loggedOut';
    case 'userNotFound':
      return 'gone';
    case 'deniedByPolicy':
      return 'rules';
    case 'storageUnavailable':
      return 'notSaved';
    case 'networkUnavailable':
      return 'unreachable';
    case 'superseded':
      return 'superseded';
    case 'conflict':
      if (error.with === 'noWayToUnlock' || error.with === 'anonymousWouldGo') return error.with;
      return 'unexpected';
    default:
      return 'unexpected';
  }
};
