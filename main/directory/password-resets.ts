import type { PasswordIdentity } from './account.ts';
import type { DirectoryConfiguration } from './configuration.ts';
import { emailKey } from './email-address.ts';
import { loginFailuresKey } from './login.ts';
import type { MailedTokens, PresentedToken } from './mailed-tokens.ts';
import { hasAllowedLength } from './password-hash.ts';
import type { Passwords } from './passwords.ts';
import type { Clock } from './ports.ts';
import { problems, resetFailed } from './problems.ts';
import type { Problem } from './problems.ts';
import type { DirectoryStore } from './store.ts';

/** Setting a forgotten password. Answers the problem, or undefined when it is done. */
export interface PasswordResets {
  /** Says nothing about whether the address is known. */
  send(email: string): void;
  reset(presented: PresentedToken, password: string, signal: AbortSignal): Promise<Problem | undefined>;
  /** Asks the function of the configuration. An address that is not known is refused as the function refuses. */
  run(request: FunctionReset, signal: AbortSignal): Promise<Problem | undefined>;
}

export interface FunctionReset {
  readonly email: string;
  readonly password: string;
  readonly arguments: readonly unknown[];
}

export interface PasswordResetsOptions {
  readonly resetPassword: DirectoryConfiguration['resetPassword'];
  readonly store: DirectoryStore;
  readonly passwords: Passwords;
  readonly mailedTokens: MailedTokens;
  readonly clock: Clock;
}

export function createPasswordResets(options: PasswordResetsOptions): PasswordResets {
  const { resetPassword, store, passwords, mailedTokens, clock } = options;

  /** Whoever was logged in is so no more: a password is reset because somebody else may know it. */
  function changePassword(identity: PasswordIdentity, passwordHash: string): void {
    store.replacePasswordHash(identity.id, passwordHash);
    store.removeMailedTokensOf(identity.id, 'reset');
    store.revokeSessionsOf(identity.accountId, clock());
    store.setLoginFailures(loginFailuresKey(identity.subject), undefined);
  }

  async function hash(password: string, signal: AbortSignal) {
    const hashed = await passwords.hash(password);
    if (hashed.kind === 'unavailable') return { kind: 'refused', problem: problems.busy } as const;
    return signal.aborted ? ({ kind: 'refused', problem: problems.cancelled } as const) : hashed;
  }

  return {
    send(email) {
      const identity = store.findPasswordIdentity(emailKey(email));
      if (identity !== undefined) mailedTokens.send(identity, 'reset');
    },
    async reset(presented, password, signal) {
      const opened = mailedTokens.open(presented, 'reset');
      if (opened.kind === 'refused') return opened.problem;
      if (!hasAllowedLength(password)) return problems.passwordLength;
      const hashed = await hash(password, signal);
      if (hashed.kind === 'refused') return hashed.problem;
      return store.inTransaction(() => {
        if (!store.removeMailedToken(opened.id)) return problems.tokenRefused;
        changePassword(opened.identity, hashed.encoded);
        return undefined;
      });
    },
    async run({ email, password, arguments: args }, signal) {
      if (resetPassword === undefined) return problems.functionNotFound;
      if (!hasAllowedLength(password)) return problems.passwordLength;
      const key = emailKey(email);
      const known = store.findPasswordIdentity(key);
      if (known === undefined) return resetFailed(email);
      const verdict = await resetPassword({ email: known.email, arguments: args });
      if (verdict === 'fail') return resetFailed(email);
      const hashed = verdict === 'success' ? await hash(password, signal) : undefined;
      if (hashed?.kind === 'refused') return hashed.problem;
      // Read again: the account may have gone meanwhile.
      const identity = store.findPasswordIdentity(key);
      if (identity?.id !== known.id) return resetFailed(email);
      if (hashed === undefined) mailedTokens.send(identity, 'reset');
      else store.inTransaction(() => changePassword(identity, hashed.encoded));
      return undefined;
    },
  };
}
