import { App, Credentials, getEnvironment, type AppConfiguration, type User } from 'realm-web';

type RealmFetch = NonNullable<AppConfiguration['fetch']>;

/** The unmodified realm-web over a service that answers at once, with as many users as are asked for. */
export class RealmUsers {
  readonly #storage = getEnvironment().defaultStorage;
  #app: App;
  #count = 0;

  /** One at a time: realm-web has one storage for the process. */
  constructor(users: number) {
    this.#storage.clear('');
    this.#seed(users);
    this.#app = this.#newApp();
    const found = Object.keys(this.app.allUsers).length;
    if (found !== users) throw new Error(`realm-web found ${found} users instead of ${users}`);
  }

  get app(): App {
    return this.#app;
  }

  /** A new App over the same storage, as after a restart. */
  restart(): void {
    this.#app = this.#newApp();
  }

  /** Logs in the next user, as a person would. */
  logInNext(): Promise<User> {
    this.#count += 1;
    return this.app.logIn(Credentials.emailPassword(`person${this.#count}@example.org`, 'secret'));
  }

  /** Puts users into the storage in the form in which realm-web keeps them; logging in thousands takes hours. */
  #seed(count: number): void {
    const ids = Array.from({ length: count }, (_, n) => `seeded-${n}`);
    const users = this.#storage.prefix('app(bench)');
    users.set('userIds', JSON.stringify(ids));
    for (const [n, id] of ids.entries()) {
      const user = users.prefix(`user(${id})`);
      user.set('accessToken', token);
      user.set('refreshToken', token);
      user.set('providerType', 'local-userpass');
      user.set('profile', JSON.stringify(profileOf(id, n)));
    }
  }

  #newApp(): App {
    return new App({
      id: 'bench',
      baseUrl: 'https://service.example.org',
      fetch: (url, init) => this.#answer(url, init),
      skipLocationRequest: true,
    });
  }

  readonly #answer: RealmFetch = async (url) => {
    const id = `person-${this.#count}`;
    const body = url.endsWith('/auth/profile')
      ? profileOf(id, this.#count)
      : { user_id: id, access_token: token, refresh_token: token, device_id: '000000000000000000000000' };
    return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
  };
}

const token = `${btoa('{"alg":"HS256"}')}.${btoa('{"exp":4102444800,"iat":0}')}.c2ln`;

const profileOf = (id: string, n: number) => ({
  user_id: id,
  type: 'normal',
  identities: [{ id, provider_type: 'local-userpass', provider_id: 'p' }],
  data: { email: `person${n}@example.org` },
});
