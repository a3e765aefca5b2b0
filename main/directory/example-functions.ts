import type { DirectoryConfiguration, Verdict } from './configuration.ts';

const VERDICTS: readonly Verdict[] = ['success', 'pending', 'fail'];

/**
 * Functions for somebody who tries a client out, and for nothing else: they prove nothing.
 * Log in: `{username}` is that user. Reset: does what its first argument says, `success`, `pending` or `fail`.
 */
export const exampleFunctions = {
  logIn: ({ username }) =>
    typeof username === 'string' && username !== '' ? { subject: username, name: username } : undefined,
  resetPassword: ({ arguments: [verdict] }) => VERDICTS.find((known) => known === verdict) ?? 'fail',
} as const satisfies DirectoryConfiguration;

/** Addresses that begin with `pending` or `fail` get that; all others are confirmed. */
export function exampleConfirmation(email: string): Verdict {
  return VERDICTS.find((verdict) => verdict !== 'success' && email.startsWith(verdict)) ?? 'success';
}
