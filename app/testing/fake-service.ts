import type { IdentityProvider, Login, LogInMethod, RevocableToken } from '../identity/identity-provider.ts';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import type { Session } from '../sessions/session.ts';

interface FakeAccount {
  readonly subject: string;
  readonly email: string | undefined;
  readonly password: string | undefined;
  readonly name: string | undefined;
}

/** A service in memory, for tests of the core: accounts, sessions, and the ways a service can fail. */
export class FakeService implements IdentityProvider {
  /** What was asked, in order, with the token it was asked with. */
  readonly requests: { readonly call: string; readonly token?: string }[] = [];
  isOffline = false;
  isFailing = false;
  readonly #accounts = new Map<string, FakeAccount>();
  readonly #sessions = new Map<string, { readonly subject: string; accessToken: string }>();
  readonly #turn: () => Promise<void>;
  #count = 0;

  /** `turn` is awaited before every answer: a test decides there when, and in which order, answers come. */
  constructor(turn: () => Promise<void> = () => Promise.resolve()) {
    this.#turn = turn;
  }

  addAccount(email: string, password = 'secret', name?: string): string {
    const subject = this.#next('subject');
    this.#accounts.set(subject, { subject, email, password, name });
    return subject;
  }

  hasSession(refreshToken: string): boolean {
    return this.#sessions.has(refreshToken);
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  hasAccount(subject: string): boolean {
    return this.#accounts.has(subject);
  }

  /** Ends every session of an account, as an administrator would. */
  revokeSessionsOf(subject: string): void {
    for (const [token, session] of this.#sessions)
      if (session.subject === subject) this.#sessions.delete(token);
  }

  /** Makes every access token that is out unusable; refresh tokens live on. */
  expireAccessTokens(): void {
    for (const session of this.#sessions.values()) session.accessToken = this.#next('unseen');
  }

  async logIn(method: LogInMethod): Promise<Outcome<Login>> {
    return this.#answer('logIn', undefined, () => {
      const account =
        method.kind === 'anonymous'
          ? this.#addAnonymous()
          : method.kind === 'emailPassword'
            ? [...this.#accounts.values()].find(
                ({ email, password }) => email === method.email && password === method.password,
              )
            : undefined;
      return account ? succeed(this.#login(account)) : fail({ code: 'authenticationRejected' });
    });
  }

  async createAccount({
    email,
    password,
    name,
  }: {
    email: string;
    password: string;
    name?: string | undefined;
  }) {
    return this.#answer('createAccount', undefined, () => {
      const isTaken = [...this.#accounts.values()].some((account) => account.email === email);
      if (isTaken) return fail({ code: 'conflict', with: 'emailTaken' });
      this.addAccount(email, password, name);
      return done;
    });
  }

  async refresh({ refreshToken }: Session): Promise<Outcome<Session>> {
    return this.#answer('refresh', refreshToken, () => {
      const session = refreshToken === undefined ? undefined : this.#sessions.get(refreshToken);
      if (!session) return fail({ code: 'authenticationRejected' });
      session.accessToken = this.#next('access');
      return succeed({ accessToken: session.accessToken, refreshToken });
    });
  }

  async revoke({ token }: RevocableToken): Promise<Outcome<void>> {
    return this.#answer('revoke', token, () => {
      this.#sessions.delete(token);
      return done;
    });
  }

  async deleteAccount(accessToken: string): Promise<Outcome<void>> {
    return this.#answer('deleteAccount', accessToken, () => {
      const subject = this.#subjectOf(accessToken);
      if (subject === undefined) return fail({ code: 'authenticationRejected' });
      this.#accounts.delete(subject);
      this.revokeSessionsOf(subject);
      return done;
    });
  }

  async callFunction(accessToken: string, name: string): Promise<Outcome<string>> {
    return this.#answer(`callFunction ${name}`, accessToken, () => {
      const subject = this.#subjectOf(accessToken);
      return subject === undefined ? fail({ code: 'authenticationRejected' }) : succeed(subject);
    });
  }

  #subjectOf(accessToken: string): string | undefined {
    for (const session of this.#sessions.values())
      if (session.accessToken === accessToken) return session.subject;
    return undefined;
  }

  #addAnonymous(): FakeAccount {
    const subject = this.#next('subject');
    const account = { subject, email: undefined, password: undefined, name: undefined };
    this.#accounts.set(subject, account);
    return account;
  }

  #login({ subject, email, name, password }: FakeAccount): Login {
    const session = { accessToken: this.#next('access'), refreshToken: this.#next('refresh') };
    this.#sessions.set(session.refreshToken, { subject, accessToken: session.accessToken });
    const providerType = password === undefined ? 'anon-user' : 'local-userpass';
    return {
      session,
      subject,
      profile: { email, name },
      identities: [{ id: subject, providerType }],
      isAnonymous: password === undefined,
    };
  }

  async #answer<T>(call: string, token: string | undefined, work: () => Outcome<T>): Promise<Outcome<T>> {
    this.requests.push(token === undefined ? { call } : { call, token });
    if (this.isOffline) {
      await this.#turn();
      return fail({ code: 'networkUnavailable' });
    }
    const outcome = this.isFailing ? fail({ code: 'serverError', status: 503 }) : work();
    await this.#turn();
    return outcome;
  }

  #next(kind: string): string {
    this.#count += 1;
    return `CANARY-fake-${kind}-${this.#count}`;
  }
}
