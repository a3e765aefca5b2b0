import { createHash } from 'node:crypto';
import type { PasswordIdentity } from './account.ts';
import { emailKey } from './email-address.ts';
import { countAttempt, waitMs, withdrawAttempt } from './login-back-off.ts';
import type { Passwords } from './passwords.ts';
import type { Clock } from './ports.ts';
import { problems, tooManyLogins } from './problems.ts';
import type { Problem } from './problems.ts';
import type { DirectoryStore } from './store.ts';

export interface LoginContext {
  readonly store: DirectoryStore;
  readonly passwords: Passwords;
  readonly clock: Clock;
}

export type PasswordLogin =
  | { readonly kind: 'accepted'; readonly identity: PasswordIdentity }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Checks a password. Known and unknown e-mails get the same answers after the same work: one look-up, one count,
 * one argon2id. After five failures 429 with a growing `Retry-After`, kept in the database.
 */
export async function checkPassword(
  { store, passwords, clock }: LoginContext,
  username: string,
  password: string,
): Promise<PasswordLogin> {
  const key = emailKey(username);
  const hash = loginFailuresKey(key);
  const failures = store.findLoginFailures(hash);
  const restMs = waitMs(failures, clock());
  if (restMs > 0) return refused(tooManyLogins(Math.ceil(restMs / 1000)));
  store.setLoginFailures(hash, countAttempt(failures, clock()));

  const expected = store.findPasswordIdentity(key)?.passwordHash ?? passwords.decoy;
  const verified = await passwords.verify(password, expected);
  if (verified.kind === 'unavailable') {
    const counted = store.findLoginFailures(hash);
    if (counted !== undefined) store.setLoginFailures(hash, withdrawAttempt(counted, clock()));
    return refused(problems.busy);
  }
  // Read again: the account may have gone while the worker was busy.
  const identity = store.findPasswordIdentity(key);
  if (!verified.matches || identity === undefined || identity.passwordHash !== expected) {
    return refused(problems.invalidPassword);
  }
  store.setLoginFailures(hash, undefined);
  if (store.findAccount(identity.accountId)?.isDisabled !== false) return refused(problems.userDisabled);
  if (!identity.isConfirmed) return refused(problems.confirmationRequired);
  if (!passwords.isCurrent(identity.passwordHash)) {
    const rehashed = await passwords.hash(password);
    if (rehashed.kind === 'hashed') store.replacePasswordHash(identity.id, rehashed.encoded);
  }
  return { kind: 'accepted', identity };
}

/** A hash, so that the table of failures lists no addresses. */
export function loginFailuresKey(key: string): Uint8Array {
  return createHash('sha256').update(`hotseat-directory/login\n${key}`).digest();
}

function refused(problem: Problem): PasswordLogin {
  return { kind: 'refused', problem };
}
