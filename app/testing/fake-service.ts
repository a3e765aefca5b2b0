import type { ErrorReport } from '../errors.ts';
import type {
  AppServicesCalls,
  IdentityProvider,
  Login,
  LogInMethod,
  NewAccount,
  RevocableToken,
  ServiceProfile,
} from '../identity/identity-provider.ts';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import type { Session } from '../sessions/session.ts';
import type { Identity } from '../users/user.ts';
import { fakeAppServices } from './fake-app-services.ts';
import { FakeGrants } from './fake-grants.ts';

export interface FakeAccount {
  readonly subject: string;
  email: string | undefined;
  password: string | undefined;
  name: string | undefined;
  readonly identities: Identity[];
}

/** A service in memory, for tests of the core: accounts, sessions, and the ways a service can fail. */
export class FakeService implements IdentityProvider {
  /** What was asked, in order, with the token it was asked with. */
  readonly requests: { readonly call: string; readonly token?: string }[] = [];
  readonly grants: FakeGrants;
  readonly appServices: AppServicesCalls;
  isOffline = false;
  /** Does a login say that the person has proven who they are just now? */
  provesNow = true;
  isFailing = false;
  /** What a kind of call fails with, whoever asks. */
  readonly failures = new Map<string, ErrorReport>();
  readonly #accounts = new Map<string, FakeAccount>();
  readonly #turn: () => Promise<void>;
  #count = 0;

  /** `turn` is awaited before every answer: a test decides there when, and in which order, answers come. */
  constructor(turn: () => Promise<void> = () => Promise.resolve(), nowMs: () => number = () => 0) {
    this.#turn = turn;
    this.grants = new FakeGrants((kind) => this.next(kind), nowMs);
    this.appServices = fakeAppServices(this);
  }

  addAccount(email: string, password = 'secret', name?: string): string {
    return this.#add({ email, password, name }, 'local-userpass').subject;
  }

  async apiOrigins(): Promise<readonly string[]> {
    return ['https://api.example.org'];
  }

  get sessionCount(): number {
    return this.grants.count;
  }

  hasAccount(subject: string): boolean {
    return this.#accounts.has(subject);
  }

  accountOf(subject: string | undefined): FakeAccount | undefined {
    return subject === undefined ? undefined : this.#accounts.get(subject);
  }

  accountByEmail(email: string): FakeAccount | undefined {
    return [...this.#accounts.values()].find((account) => account.email === email);
  }

  deleteAccount(subject: string): void {
    this.#accounts.delete(subject);
    this.grants.revokeAllOf(subject);
  }

  /** Ends every session of an account, as an administrator would. */
  revokeSessionsOf(subject: string): void {
    this.grants.revokeAllOf(subject);
  }

  /** Makes every access token that is out unusable; refresh tokens live on. */
  expireAccessTokens(): void {
    this.grants.expireAccess();
  }

  countOf(call: string): number {
    return this.requests.filter((request) => request.call === call).length;
  }

  async logIn(method: LogInMethod): Promise<Outcome<Login>> {
    return this.answer('logIn', undefined, () => {
      const account = this.#accountFor(method);
      return account ? succeed(this.#login(account)) : fail({ code: 'authenticationRejected' });
    });
  }

  async refresh(session: Session): Promise<Outcome<Session>> {
    return this.answer('refresh', session.refreshToken, () => this.grants.refresh(session));
  }

  async revoke(token: RevocableToken): Promise<Outcome<void>> {
    return this.answer('revoke', token.token, () => {
      this.grants.revoke(token);
      return done;
    });
  }

  profileOf({ email, name, identities }: FakeAccount): ServiceProfile {
    const isAnonymous = identities.every(({ providerType }) => providerType === 'anon-user');
    return { profile: { email, name }, identities: [...identities], isAnonymous };
  }

  create({ email, password, name }: NewAccount): Outcome<void> {
    if (this.accountByEmail(email)) return fail({ code: 'conflict', with: 'emailTaken' });
    this.addAccount(email, password, name);
    return done;
  }

  /** Records a request and answers it, with the failure that holds just now if there is one. */
  async answer<T>(call: string, token: string | undefined, work: () => Outcome<T>): Promise<Outcome<T>> {
    this.requests.push(token === undefined ? { call } : { call, token });
    const outcome = this.#failureOf(call) ?? work();
    await this.#turn();
    return outcome;
  }

  next(kind: string): string {
    this.#count += 1;
    return `CANARY-fake-${kind}-${this.#count}`;
  }

  #failureOf(call: string): Outcome<never> | undefined {
    if (this.isOffline) return fail({ code: 'networkUnavailable' });
    if (this.isFailing) return fail({ code: 'serverError', status: 503 });
    const failure = this.failures.get(call);
    return failure && fail(failure);
  }

  #accountFor(method: LogInMethod): FakeAccount | undefined {
    if (method.kind === 'anonymous')
      return this.#add({ email: undefined, password: undefined, name: undefined }, 'anon-user');
    if (method.kind !== 'emailPassword') return undefined;
    const account = this.accountByEmail(method.email);
    return account?.password === method.password ? account : undefined;
  }

  #add(fields: Pick<FakeAccount, 'email' | 'password' | 'name'>, providerType: string): FakeAccount {
    const subject = this.next('subject');
    const account = { subject, ...fields, identities: [{ id: subject, providerType }] };
    this.#accounts.set(subject, account);
    return account;
  }

  #login(account: FakeAccount): Login {
    const { subject } = account;
    return {
      session: this.grants.begin(subject),
      subject,
      ...this.profileOf(account),
      isProvenNow: this.provesNow,
    };
  }
}
