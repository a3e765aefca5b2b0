import {
  startOpenIdProvider,
  type OpenIdPerson,
  type OpenIdProvider,
  type OpenIdProviderOptions,
} from './openid-provider.ts';
import { createPersonWithBrowser } from './person-with-browser.ts';
import { openSigningIn, valueOf, type SigningIn, type SigningInOptions } from './signing-in.ts';

const ada: OpenIdPerson = { sub: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' };
const grace: OpenIdPerson = { sub: 'grace', name: 'Grace Hopper', email: 'grace@example.com' };

/** A certified provider, where Ada and Grace have accounts, and those who sign in at it. */
export class CertifiedStage {
  readonly #issuers: OpenIdProvider[] = [];
  readonly #opened: SigningIn[] = [];

  async open(options: Partial<OpenIdProviderOptions> = {}, signingIn: Partial<SigningInOptions> = {}) {
    const issuer = await startOpenIdProvider({ people: [ada, grace], ...options });
    this.#issuers.push(issuer);
    const opened = openSigningIn({ issuer: issuer.issuer, ...signingIn });
    this.#opened.push(opened);
    return { issuer, browser: createPersonWithBrowser(), ...opened };
  }

  async openWithAda(options: Partial<OpenIdProviderOptions> = {}, signingIn: Partial<SigningInOptions> = {}) {
    const opened = await this.open(options, signingIn);
    const logging = opened.logIn();
    const shown = await opened.browser.visit(await opened.pageOf(), { as: 'ada' });
    return { ...opened, shown, login: valueOf(await logging) };
  }

  /** Fails if a secret is where none may be. */
  async close(): Promise<void> {
    for (const issuer of this.#issuers.splice(0)) await issuer.stop();
    for (const { leaks } of this.#opened.splice(0)) {
      if (leaks().length > 0) throw new Error(`Secrets got out: ${leaks().join(', ')}`);
    }
  }
}
