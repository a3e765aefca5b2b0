import { timingSafeEqual } from 'node:crypto';
import type { Account } from './account.ts';
import { createObjectId } from './object-id.ts';
import type { Clock, Random } from './ports.ts';
import { problems } from './problems.ts';
import type { Problem } from './problems.ts';
import { hashSecret } from './secret-hash.ts';
import type { DirectoryStore } from './store.ts';
import { REFRESH_TOKEN_SECONDS } from './tokens.ts';
import type { Tokens, TokenType } from './tokens.ts';

export interface GrantedAccess {
  readonly kind: 'granted';
  readonly account: Account;
  readonly sessionId: string;
}

export type Access = GrantedAccess | { readonly kind: 'refused'; readonly problem: Problem };

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Sessions: tokens on one side, rows of the store on the other. */
export interface Sessions {
  start(account: Account): Promise<IssuedTokens>;
  /** An access token with the account's data of now. */
  renew(granted: GrantedAccess): Promise<string>;
  end(granted: GrantedAccess): void;
  authorise(authorization: string | undefined, type: TokenType): Promise<Access>;
}

export interface SessionsOptions {
  readonly store: DirectoryStore;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly random: Random;
}

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

export function createSessions({ store, tokens, clock, random }: SessionsOptions): Sessions {
  /**
   * The session behind a token must still stand, for access tokens too. App Services lets those live on after a
   * log out; here the database is at hand, and logged out should mean logged out.
   */
  async function authorise(authorization: string | undefined, type: TokenType): Promise<Access> {
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused(problems.mustAuthenticate);
    const invalid = type === 'access' ? problems.accessTokenInvalid : problems.refreshTokenUnknown;
    const verified = await tokens.verify(token, type);
    if (verified.kind === 'expired' && type === 'access') return refused(problems.accessTokenExpired);
    if (verified.kind !== 'valid') return refused(invalid);
    const { accountId, sessionId } = verified.subject;
    const session = store.findSession(sessionId);
    if (session === undefined || session.isRevoked || session.accountId !== accountId)
      return refused(invalid);
    if (session.expiresMs <= clock()) return refused(invalid);
    if (type === 'refresh' && !timingSafeEqual(session.refreshHash, hashSecret(token)))
      return refused(invalid);
    const account = store.findAccount(accountId);
    if (account === undefined) return refused(invalid);
    if (account.isDisabled) return refused(problems.userDisabled);
    return { kind: 'granted', account, sessionId };
  }

  return {
    authorise,
    async start({ id: accountId, userData }) {
      const subject = { accountId, userData, sessionId: createObjectId(clock, random) };
      const refreshToken = await tokens.issue('refresh', subject);
      const accessToken = await tokens.issue('access', subject);
      store.addSession({
        id: subject.sessionId,
        accountId,
        refreshHash: hashSecret(refreshToken),
        createdMs: clock(),
        expiresMs: clock() + REFRESH_TOKEN_SECONDS * 1000,
      });
      return { accessToken, refreshToken };
    },
    renew: ({ account: { id: accountId, userData }, sessionId }) =>
      tokens.issue('access', { accountId, sessionId, userData }),
    end({ sessionId }) {
      store.revokeSession(sessionId, clock());
    },
  };
}

function refused(problem: Problem): Access {
  return { kind: 'refused', problem };
}
