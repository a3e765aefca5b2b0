import { createServer } from 'node:http';
import type { JWK, JWTPayload } from 'jose';
import type { LogInCircumstances } from '../../../../app/identity/identity-provider.ts';
import { startHostileProvider, type HostileProvider, type Mischief } from './hostile-provider.ts';
import { listening } from './listening.ts';
import { openSigningIn, until, type SigningIn, type SigningInOptions } from './signing-in.ts';

export const hourSeconds = 3600;

/** Only the claims of the id_token are another's. */
export const changed = (claims: (honest: JWTPayload) => JWTPayload): Mischief => ({ claims });

/** A server beside the provider, which answers whatever it is asked with a key. */
const serveKey = async (jwk: JWK) => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  return { server, heard, origin: `http://127.0.0.1:${await listening(server)}` };
};

type Circumstances = Partial<LogInCircumstances>;

/** Signs in as whoever the issuer says; the browser goes where it is sent, if it is. */
const signInThrough = async ({ logIn, opened }: SigningIn, circumstances: Circumstances) => {
  const count = opened.length;
  let isOver = false;
  const logging = logIn(circumstances).finally(() => {
    isOver = true;
  });
  await until(() => isOver || opened.length > count);
  const page = opened[count];
  const shown = page === undefined ? undefined : await fetch(page);
  return { outcome: await logging, shown };
};

/** A hostile provider, and those who sign in at it. */
export class HostileStage {
  readonly issuer: HostileProvider;
  readonly #opened: SigningIn[] = [];
  readonly #ends: (() => void)[] = [];

  private constructor(issuer: HostileProvider) {
    this.issuer = issuer;
  }

  static async open(): Promise<HostileStage> {
    return new HostileStage(await startHostileProvider());
  }

  open(mischief: Mischief = {}, options: Partial<SigningInOptions> = {}) {
    Object.assign(this.issuer.mischief, mischief);
    const signingIn = openSigningIn({ issuer: this.issuer.issuer, ...options });
    this.#opened.push(signingIn);
    const signIn = (circumstances: Circumstances = {}) => signInThrough(signingIn, circumstances);
    return { ...signingIn, signIn };
  }

  async signInUnder(mischief: Mischief, circumstances: Circumstances = {}) {
    const opened = this.open(mischief);
    return { ...opened, ...(await opened.signIn(circumstances)) };
  }

  async serveElsewhere(jwk: JWK) {
    const { server, heard, origin } = await serveKey(jwk);
    this.#ends.push(() => server.close());
    return { heard, origin };
  }

  /** Fails if a secret is where none may be. */
  async close(): Promise<void> {
    await this.issuer.stop();
    for (const end of this.#ends) end();
    for (const { leaks } of this.#opened) {
      if (leaks().length > 0) throw new Error(`Secrets got out: ${leaks().join(', ')}`);
    }
  }
}
