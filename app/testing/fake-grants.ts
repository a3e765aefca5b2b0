import type { RevocableToken } from '../identity/identity-provider.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { Session } from '../sessions/session.ts';

interface Grant {
  readonly subject: string;
  accessToken: string;
  refreshToken: string | undefined;
  /** Refresh tokens that were rotated away: whoever brings one again loses the whole grant. */
  readonly spent: Set<string>;
}

/** The sessions of a service in memory, and the ways in which services differ there. */
export class FakeGrants {
  /** Every refresh gives a new refresh token, and a spent one ends the session. */
  rotates = false;
  grantsRefreshTokens = true;
  /** A refresh prolongs the access token that is there. */
  keepsAccessTokens = false;
  /** How long tokens live, as far as the service says so. */
  accessLifeMs: number | undefined;
  refreshLifeMs: number | undefined;
  /** How far the service's word on expiry is off. */
  skewMs = 0;
  /** How often a spent refresh token came again. */
  reuseCount = 0;
  readonly #grants = new Set<Grant>();
  readonly #next: (kind: string) => string;
  readonly #nowMs: () => number;

  constructor(next: (kind: string) => string, nowMs: () => number) {
    this.#next = next;
    this.#nowMs = nowMs;
  }

  get count(): number {
    return this.#grants.size;
  }

  begin(subject: string): Session {
    const grant: Grant = {
      subject,
      accessToken: this.#next('access'),
      refreshToken: this.grantsRefreshTokens ? this.#next('refresh') : undefined,
      spent: new Set(),
    };
    this.#grants.add(grant);
    return this.#sessionOf(grant, this.#endAfter(this.refreshLifeMs));
  }

  /** Without a refresh token the session is good as long as its access token is. */
  refresh(session: Session): Outcome<Session> {
    const { refreshToken } = session;
    if (refreshToken === undefined)
      return this.subjectOf(session.accessToken) === undefined
        ? fail({ code: 'authenticationRejected' })
        : succeed(session);
    for (const grant of this.#grants) {
      if (grant.spent.has(refreshToken)) {
        this.#grants.delete(grant);
        this.reuseCount += 1;
      }
      if (grant.refreshToken !== refreshToken) continue;
      if (!this.keepsAccessTokens) grant.accessToken = this.#next('access');
      if (!this.rotates) return succeed(this.#sessionOf(grant, session.refreshExpiresAtMs));
      grant.spent.add(refreshToken);
      grant.refreshToken = this.#next('refresh');
      return succeed(this.#sessionOf(grant, this.#endAfter(this.refreshLifeMs)));
    }
    return fail({ code: 'authenticationRejected' });
  }

  /** The same session with another access token, as linking gives it. */
  renewAccess(accessToken: string): Pick<Session, 'accessToken' | 'accessExpiresAtMs'> {
    const grant = this.#byAccess(accessToken);
    if (grant) grant.accessToken = this.#next('access');
    const accessExpiresAtMs = this.#endAfter(this.accessLifeMs);
    return { accessToken: grant?.accessToken ?? accessToken, accessExpiresAtMs };
  }

  /** A token that was rotated away is not known any more: revoking it ends nothing. */
  revoke({ kind, token }: RevocableToken): void {
    for (const grant of this.#grants)
      if ((kind === 'refreshToken' ? grant.refreshToken : grant.accessToken) === token)
        this.#grants.delete(grant);
  }

  /** Ends every session of an account, as an administrator would. */
  revokeAllOf(subject: string): void {
    for (const grant of this.#grants) if (grant.subject === subject) this.#grants.delete(grant);
  }

  /** Makes every access token that is out unusable; a session without a refresh token ends. */
  expireAccess(): void {
    for (const grant of this.#grants)
      if (grant.refreshToken === undefined) this.#grants.delete(grant);
      else grant.accessToken = this.#next('unseen');
  }

  subjectOf(accessToken: string): string | undefined {
    return this.#byAccess(accessToken)?.subject;
  }

  hasRefreshToken(accessToken: string): boolean {
    return this.#byAccess(accessToken)?.refreshToken !== undefined;
  }

  subjectOfRefresh(refreshToken: string): string | undefined {
    for (const grant of this.#grants) if (grant.refreshToken === refreshToken) return grant.subject;
    return undefined;
  }

  #byAccess(accessToken: string): Grant | undefined {
    for (const grant of this.#grants) if (grant.accessToken === accessToken) return grant;
    return undefined;
  }

  #sessionOf({ accessToken, refreshToken }: Grant, refreshExpiresAtMs: number | undefined): Session {
    return {
      accessToken,
      refreshToken,
      accessExpiresAtMs: this.#endAfter(this.accessLifeMs),
      refreshExpiresAtMs,
    };
  }

  #endAfter(lifeMs: number | undefined): number | undefined {
    return lifeMs === undefined ? undefined : this.#nowMs() + this.skewMs + lifeMs;
  }
}
