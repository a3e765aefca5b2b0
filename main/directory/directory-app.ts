import { Hono } from 'hono';
import type { Context } from 'hono';
import { routePath } from 'hono/route';
import { DIRECTORY_APP_ID } from './directory-app-id.ts';
import { parseEmailAddress } from './email-address.ts';
import { callFunction } from './functions.ts';
import { checkPassword, loginFailuresKey } from './login.ts';
import { createObjectId } from './object-id.ts';
import { hasAllowedLength } from './password-hash.ts';
import type { Passwords } from './passwords.ts';
import type { Clock, DirectoryLog, Random } from './ports.ts';
import { invalidParameter, problems, unknownApp } from './problems.ts';
import { profileOf } from './profile.ts';
import { functionCallBody, passwordLoginBody, registerBody, withBody } from './request-body.ts';
import { empty, json, problemResponse } from './responses.ts';
import { createSessions } from './sessions.ts';
import type { GrantedAccess } from './sessions.ts';
import { storageFailureOf } from './storage-failure.ts';
import type { DirectoryStore } from './store.ts';
import { NO_DEVICE_ID } from './tokens.ts';
import type { Tokens, TokenType } from './tokens.ts';

export interface DirectoryAppOptions {
  readonly store: DirectoryStore;
  readonly passwords: Passwords;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: DirectoryLog;
}

/** Answers one request; both transports, process and loopback, lead here. Never rejects. */
export interface DirectoryApp {
  fetch(request: Request): Promise<Response>;
}

const BASE = '/api/client/v2.0';
const APP = `${BASE}/app/:appId`;

/** The App Services client protocol over the store: `hostname` in location is the origin of the request itself. */
export function createDirectoryApp(options: DirectoryAppOptions): DirectoryApp {
  const { store, passwords, clock, random, log } = options;
  const sessions = createSessions(options);
  const hono = new Hono();

  hono.use(`${APP}/*`, async (context, next) => {
    const appId = context.req.param('appId');
    if (appId !== DIRECTORY_APP_ID) return problemResponse(unknownApp(appId));
    return next();
  });
  hono.notFound(() => problemResponse(problems.routeNotFound));
  hono.onError((cause, context) => {
    const failure = storageFailureOf(cause);
    log({ kind: 'requestFailed', route: routePath(context), reason: failure ?? cause.name });
    if (failure === undefined) return problemResponse(problems.internal);
    return problemResponse(failure === 'full' ? problems.storageFull : problems.storageFailed);
  });

  hono.get(`${APP}/location`, (context) => {
    const { origin } = new URL(context.req.url);
    const wsHostname = origin.replace(/^http/, 'ws');
    return json({ deployment_model: 'LOCAL', location: 'LOCAL', hostname: origin, ws_hostname: wsHostname });
  });

  hono.post(`${APP}/auth/providers/local-userpass/register`, (context) =>
    withBody(context, registerBody, async ({ email, password, name }) => {
      const address = parseEmailAddress(email);
      if (address.kind === 'invalid') return problemResponse(invalidParameter(address.error));
      if (!hasAllowedLength(password)) return problemResponse(problems.passwordLength);
      if (store.findPasswordIdentity(address.email.key) !== undefined)
        return problemResponse(problems.nameInUse);
      const hashed = await passwords.hash(password);
      if (hashed.kind === 'unavailable') return problemResponse(problems.busy);
      if (isCancelled(context)) return problemResponse(problems.cancelled);
      const outcome = store.createAccount({
        id: createObjectId(clock, random),
        claim: {
          provider: 'local-userpass',
          subject: address.email.key,
          email: address.email.text,
          name: name === '' ? undefined : name,
        },
        password: { passwordHash: hashed.encoded, confirmedMs: clock() },
        createdMs: clock(),
      });
      return outcome === 'identityTaken' ? problemResponse(problems.nameInUse) : empty(201);
    }),
  );

  hono.post(`${APP}/auth/providers/local-userpass/login`, (context) =>
    withBody(context, passwordLoginBody, async ({ username, password }) => {
      if (isLinking(context)) return problemResponse(problems.linkingUnsupported);
      const login = await checkPassword(options, username, password);
      if (login.kind === 'refused') return problemResponse(login.problem);
      if (isCancelled(context)) return problemResponse(problems.cancelled);
      return startSession(login.identity.accountId);
    }),
  );

  hono.post(`${APP}/auth/providers/anon-user/login`, async (context) => {
    if (isLinking(context)) return problemResponse(problems.linkingUnsupported);
    const id = createObjectId(clock, random);
    const claim = { provider: 'anon-user', subject: id, email: undefined, name: undefined } as const;
    store.createAccount({ id, claim, createdMs: clock() });
    return startSession(id);
  });

  hono.get(`${BASE}/auth/profile`, (context) =>
    withToken(context, 'access', ({ account }) => json(profileOf(account))),
  );

  hono.post(`${BASE}/auth/session`, (context) =>
    withToken(context, 'refresh', async (granted) =>
      json({ access_token: await sessions.renew(granted) }, 201),
    ),
  );

  hono.delete(`${BASE}/auth/session`, (context) =>
    withToken(context, 'refresh', (granted) => {
      sessions.end(granted);
      return empty(204);
    }),
  );

  hono.delete(`${BASE}/auth/delete`, (context) =>
    withToken(context, 'access', ({ account }) => {
      store.deleteAccount(account.id);
      for (const { provider, subject } of account.identities) {
        if (provider === 'local-userpass') store.setLoginFailures(loginFailuresKey(subject), undefined);
      }
      clean();
      return empty(204);
    }),
  );

  hono.post(`${APP}/functions/call`, (context) =>
    withToken(context, 'access', ({ account }) =>
      withBody(context, functionCallBody, ({ name, arguments: args, service }) => {
        if (service !== undefined) return problemResponse(problems.functionNotFound);
        const result = callFunction({ store, clock, random, account, clean }, name, args);
        return result.kind === 'value' ? json(result.value) : problemResponse(result.problem);
      }),
    ),
  );

  async function startSession(accountId: string): Promise<Response> {
    const { accessToken, refreshToken } = await sessions.start(accountId);
    const tokens = { access_token: accessToken, refresh_token: refreshToken };
    return json({ ...tokens, user_id: accountId, device_id: NO_DEVICE_ID });
  }

  async function withToken(
    context: Context,
    type: TokenType,
    answer: (granted: GrantedAccess) => Response | Promise<Response>,
  ): Promise<Response> {
    const access = await sessions.authorise(context.req.header('authorization'), type);
    if (access.kind === 'refused') return problemResponse(access.problem);
    return isCancelled(context) ? problemResponse(problems.cancelled) : answer(access);
  }

  /** The rows are gone already; that their bytes linger in the -wal file until the next start is no failure. */
  function clean(): void {
    try {
      if (!store.clean()) log({ kind: 'cleaningFailed', reason: 'busy' });
    } catch (cause) {
      log({ kind: 'cleaningFailed', reason: storageFailureOf(cause) ?? 'unexpected' });
    }
  }

  return { fetch: async (request) => hono.fetch(request) };
}

function isLinking(context: Context): boolean {
  return context.req.query('link') === 'true';
}

function isCancelled(context: Context): boolean {
  return context.req.raw.signal.aborted;
}
