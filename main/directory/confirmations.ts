import type { Confirmation } from './configuration.ts';
import { emailKey } from './email-address.ts';
import type { MailedTokens, PresentedToken } from './mailed-tokens.ts';
import type { Clock } from './ports.ts';
import { confirmationFailed, confirmationNotRun, problems } from './problems.ts';
import type { Problem } from './problems.ts';
import type { DirectoryStore } from './store.ts';

/** Whether an address that registers is confirmed at once, by e-mail, or not at all. */
export type FirstConfirmation =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Confirming e-mail addresses. Answers the problem, or undefined when it is done. */
export interface Confirmations {
  begin(email: string): Promise<FirstConfirmation>;
  confirm(presented: PresentedToken): Problem | undefined;
  /** The protocol has these two say whether an address is known and confirmed. */
  resend(email: string): Problem | undefined;
  runAgain(email: string): Promise<Problem | undefined>;
}

export interface ConfirmationsOptions {
  readonly confirmation: Confirmation;
  readonly store: DirectoryStore;
  readonly mailedTokens: MailedTokens;
  readonly clock: Clock;
}

export function createConfirmations(options: ConfirmationsOptions): Confirmations {
  const { confirmation, store, mailedTokens, clock } = options;

  function unconfirmed(email: string) {
    const identity = store.findPasswordIdentity(emailKey(email));
    if (identity === undefined) return { kind: 'refused', problem: problems.userNotFound } as const;
    if (identity.isConfirmed) return { kind: 'refused', problem: problems.alreadyConfirmed } as const;
    return { kind: 'found', identity } as const;
  }

  return {
    async begin(email) {
      if (confirmation.kind === 'automatic') return { kind: 'confirmed' };
      const verdict = confirmation.kind === 'email' ? 'pending' : await confirmation.confirm(email);
      if (verdict === 'fail') return { kind: 'refused', problem: confirmationFailed(email) };
      return { kind: verdict === 'success' ? 'confirmed' : 'pending' };
    },
    confirm(presented) {
      const opened = mailedTokens.open(presented, 'confirm');
      if (opened.kind === 'refused') return opened.problem;
      store.confirmIdentity(opened.identity.id, clock());
      return undefined;
    },
    resend(email) {
      const found = unconfirmed(email);
      if (found.kind === 'refused') return found.problem;
      mailedTokens.send(found.identity, 'confirm');
      return undefined;
    },
    async runAgain(email) {
      if (confirmation.kind !== 'function') return confirmationNotRun(email, confirmation.kind);
      const before = unconfirmed(email);
      if (before.kind === 'refused') return before.problem;
      const verdict = await confirmation.confirm(before.identity.email);
      if (verdict === 'fail') return confirmationFailed(email);
      // Read again: the function may have taken its time.
      const found = unconfirmed(email);
      if (found.kind === 'refused') return found.problem;
      if (verdict === 'success') store.confirmIdentity(found.identity.id, clock());
      else mailedTokens.send(found.identity, 'confirm');
      return undefined;
    },
  };
}
