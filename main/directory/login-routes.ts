import type { Context } from 'hono';
import type { IdentityClaim, IdentityProviderType } from './account.ts';
import { createCustomTokens } from './custom-token.ts';
import { customLoginClaim } from './custom-login.ts';
import { linkIdentity } from './linking.ts';
import { checkPassword } from './login.ts';
import { createObjectId } from './object-id.ts';
import { problems, refusedToLink } from './problems.ts';
import type { Problem } from './problems.ts';
import {
  apiKeyLoginBody,
  customFunctionLoginBody,
  customTokenLoginBody,
  passwordLoginBody,
  withBody,
} from './request-body.ts';
import { json, problemResponse } from './responses.ts';
import { APP_PATH, isCancelled } from './routing.ts';
import type { Routing } from './routing.ts';
import { hashSecret } from './secret-hash.ts';
import { NO_DEVICE_ID } from './tokens.ts';

export type Proof =
  | { readonly kind: 'proved'; readonly claim: IdentityClaim }
  | { readonly kind: 'refused'; readonly problem: Problem };

type LoginProvider = IdentityProviderType | 'api-key';

/** Every way to log in, and with `?link=true` to add one to the account of the token. */
export function addLoginRoutes(routing: Routing): void {
  const { hono, store, sessions, clock, random, configuration, withToken } = routing;
  const { customTokens: trust, logIn } = configuration;
  const customTokens = trust && createCustomTokens(trust, clock);

  hono.post(pathOf('anon-user'), async (context) => {
    if (isLinking(context)) return problemResponse(problems.notLinkable);
    const id = createObjectId(clock, random);
    const claim = { provider: 'anon-user', subject: id, email: undefined, name: undefined } as const;
    store.createAccount({ id, claim, createdMs: clock() });
    return startSession(id);
  });

  hono.post(pathOf('local-userpass'), (context) =>
    withBody(context, passwordLoginBody, ({ username, password }) =>
      enter(context, async () => {
        const login = await checkPassword(routing, username, password);
        return login.kind === 'refused' ? login : proved(login.identity);
      }),
    ),
  );

  hono.post(pathOf('api-key'), (context) =>
    withBody(context, apiKeyLoginBody, ({ key }) => {
      if (isLinking(context)) return problemResponse(problems.notLinkable);
      // The hash is looked up: how long that takes says nothing of a key that is long and random.
      const apiKey = store.findApiKeyByHash(hashSecret(key));
      const isGood = apiKey !== undefined && !apiKey.isDisabled;
      return isGood ? startSession(apiKey.accountId) : problemResponse(problems.unauthorized);
    }),
  );

  hono.post(pathOf('custom-token'), (context) =>
    withBody(context, customTokenLoginBody, ({ token }) =>
      enter(context, async () => {
        if (customTokens === undefined) return refused(problems.customTokensUnsupported);
        const checked = await customTokens.check(token);
        if (checked.kind === 'accepted') return proved(checked.claim);
        return refused(checked.kind === 'malformed' ? problems.customTokenMalformed : problems.unauthorized);
      }),
    ),
  );

  hono.post(pathOf('custom-function'), (context) =>
    withBody(context, customFunctionLoginBody, (body) =>
      enter(context, async () => {
        if (logIn === undefined) return refused(problems.functionNotFound);
        const login = await logIn(withoutOptions(body));
        return login === undefined ? refused(problems.unauthorized) : proved(customLoginClaim(login));
      }),
    ),
  );

  async function enter(context: Context, prove: () => Promise<Proof>): Promise<Response> {
    if (!isLinking(context)) return logInBy(await prove(), context);
    // Asked twice: a stranger learns nothing from a proof, and the account may have gone while it was checked.
    return withToken(context, 'access', async () => {
      const proof = await prove();
      return proof.kind === 'refused'
        ? problemResponse(refusedToLink(proof.problem))
        : linkToUser(context, proof.claim);
    });
  }

  async function logInBy(proof: Proof, context: Context): Promise<Response> {
    if (proof.kind === 'refused') return problemResponse(proof.problem);
    if (isCancelled(context)) return problemResponse(problems.cancelled);
    const { claim } = proof;
    const known = store.findIdentity(claim.provider, claim.subject);
    if (known === undefined) {
      // An e-mail that went while its password was being checked comes back as no account.
      if (claim.provider === 'local-userpass') return problemResponse(problems.invalidPassword);
      const id = createObjectId(clock, random);
      store.createAccount({ id, claim, createdMs: clock() });
      return startSession(id);
    }
    if (claim.provider !== 'local-userpass') store.describeIdentity(known.id, claim);
    return startSession(known.accountId);
  }

  function linkToUser(context: Context, claim: IdentityClaim): Promise<Response> {
    return withToken(context, 'access', async (granted) => {
      const problem = linkIdentity(routing, granted.account, claim);
      if (problem !== undefined) return problemResponse(problem);
      const accessToken = await sessions.renew(granted);
      return json({ access_token: accessToken, user_id: granted.account.id, device_id: NO_DEVICE_ID });
    });
  }

  async function startSession(accountId: string): Promise<Response> {
    const account = store.findAccount(accountId);
    if (account === undefined) return problemResponse(problems.unauthorized);
    if (account.isDisabled) return problemResponse(problems.userDisabled);
    const { accessToken, refreshToken } = await sessions.start(account);
    const tokens = { access_token: accessToken, refresh_token: refreshToken };
    return json({ ...tokens, user_id: account.id, device_id: NO_DEVICE_ID });
  }
}

function pathOf(provider: LoginProvider): string {
  return `${APP_PATH}/auth/providers/${provider}/login`;
}

function isLinking(context: Context): boolean {
  return context.req.query('link') === 'true';
}

/** What a client says of its device is none of the credentials. */
function withoutOptions(body: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'options'));
}

function proved(claim: IdentityClaim): Proof {
  return { kind: 'proved', claim };
}

function refused(problem: Problem): Proof {
  return { kind: 'refused', problem };
}
