import { timingSafeEqual } from 'node:crypto';
import type { PasswordIdentity } from './account.ts';
import type { MailedToken } from './mailed-token-rows.ts';
import { createObjectId } from './object-id.ts';
import type { Outbox } from './outbox.ts';
import type { Clock, Random } from './ports.ts';
import { problems } from './problems.ts';
import type { Problem } from './problems.ts';
import { hashSecret } from './secret-hash.ts';
import type { DirectoryStore } from './store.ts';

/** What an e-mail's link carries. */
export interface PresentedToken {
  readonly token: string;
  readonly tokenId: string;
}

export type OpenedToken =
  | { readonly kind: 'good'; readonly id: string; readonly identity: PasswordIdentity }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Tokens that prove an e-mail address. Whoever acts on one removes it: it is good once. */
export interface MailedTokens {
  /** An earlier one for the same purpose is good no more. */
  send(identity: PasswordIdentity, purpose: MailedToken['purpose']): void;
  open(presented: PresentedToken, purpose: MailedToken['purpose']): OpenedToken;
}

export interface MailedTokensOptions {
  readonly store: DirectoryStore;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly random: Random;
}

/** A reset opens an account to whoever reads the e-mail; a confirmation only lets its owner in. */
const LIFETIME_MS: Record<MailedToken['purpose'], number> = {
  confirm: 24 * 60 * 60_000,
  reset: 30 * 60_000,
};

const TOKEN_BYTES = 64;
const TOKEN = /^[0-9a-f]{128}$/;
const TOKEN_ID = /^[0-9a-f]{24}$/;

export function createMailedTokens({ store, outbox, clock, random }: MailedTokensOptions): MailedTokens {
  return {
    send(identity, purpose) {
      const token = Buffer.from(random(TOKEN_BYTES)).toString('hex');
      const id = createObjectId(clock, random);
      const expiresMs = clock() + LIFETIME_MS[purpose];
      const tokenHash = hashSecret(token);
      store.putMailedToken({ id, identityId: identity.id, purpose, tokenHash, expiresMs }, clock());
      outbox.deliver({ kind: purpose, email: identity.email, token, tokenId: id });
    },
    open({ token, tokenId }, purpose) {
      if (!TOKEN.test(token) || !TOKEN_ID.test(tokenId)) return refused(problems.tokenMalformed);
      const stored = store.findMailedToken(tokenId);
      const isGood =
        stored !== undefined &&
        stored.purpose === purpose &&
        stored.expiresMs > clock() &&
        timingSafeEqual(stored.tokenHash, hashSecret(token));
      const identity = isGood ? store.findPasswordIdentityById(stored.identityId) : undefined;
      return identity === undefined
        ? refused(problems.tokenRefused)
        : { kind: 'good', id: tokenId, identity };
    },
  };
}

function refused(problem: Problem): OpenedToken {
  return { kind: 'refused', problem };
}
