import type { z } from 'zod';
import { createConfirmations } from './confirmations.ts';
import { parseEmailAddress } from './email-address.ts';
import { createObjectId } from './object-id.ts';
import { hasAllowedLength } from './password-hash.ts';
import { createPasswordResets } from './password-resets.ts';
import { invalidParameter, problems } from './problems.ts';
import type { Problem } from './problems.ts';
import { confirmBody, emailBody, registerBody, resetBody, resetCallBody, withBody } from './request-body.ts';
import { empty } from './responses.ts';
import { APP_PATH, emptyOr } from './routing.ts';
import type { Routing } from './routing.ts';

const PROVIDER = `${APP_PATH}/auth/providers/local-userpass`;

type Registration = z.output<typeof registerBody.schema>;

/** Accounts with e-mail and password: making them, confirming their address, resetting their password. */
export function addPasswordRoutes(routing: Routing): void {
  const { hono, store, passwords, mailedTokens, clock, random, configuration } = routing;
  const { confirmation = { kind: 'automatic' }, resetPassword } = configuration;
  const confirmations = createConfirmations({ confirmation, store, mailedTokens, clock });
  const resets = createPasswordResets({ resetPassword, store, passwords, mailedTokens, clock });

  hono.post(`${PROVIDER}/register`, (context) =>
    withBody(context, registerBody, async (body) =>
      emptyOr(await register(body, context.req.raw.signal), 201),
    ),
  );

  hono.post(`${PROVIDER}/confirm`, (context) =>
    withBody(context, confirmBody, (body) => emptyOr(confirmations.confirm(body), 204)),
  );

  hono.post(`${PROVIDER}/confirm/send`, (context) =>
    withBody(context, emailBody, ({ email }) => emptyOr(confirmations.resend(email), 204)),
  );

  hono.post(`${PROVIDER}/confirm/call`, (context) =>
    withBody(context, emailBody, async ({ email }) => emptyOr(await confirmations.runAgain(email), 204)),
  );

  hono.post(`${PROVIDER}/reset/send`, (context) =>
    withBody(context, emailBody, ({ email }) => {
      resets.send(email);
      return empty(204);
    }),
  );

  hono.post(`${PROVIDER}/reset`, (context) =>
    withBody(context, resetBody, async ({ password, ...presented }) =>
      emptyOr(await resets.reset(presented, password, context.req.raw.signal), 204),
    ),
  );

  hono.post(`${PROVIDER}/reset/call`, (context) =>
    withBody(context, resetCallBody, async (body) =>
      emptyOr(await resets.run(body, context.req.raw.signal), 204),
    ),
  );

  async function register(
    { email, password, name }: Registration,
    signal: AbortSignal,
  ): Promise<Problem | undefined> {
    const address = parseEmailAddress(email);
    if (address.kind === 'invalid') return invalidParameter(address.error);
    if (!hasAllowedLength(password)) return problems.passwordLength;
    const { key, text } = address.email;
    if (store.findPasswordIdentity(key) !== undefined) return problems.nameInUse;
    const first = await confirmations.begin(text);
    if (first.kind === 'refused') return first.problem;
    const hashed = await passwords.hash(password);
    if (hashed.kind === 'unavailable') return problems.busy;
    if (signal.aborted) return problems.cancelled;
    const outcome = store.createAccount({
      id: createObjectId(clock, random),
      claim: { provider: 'local-userpass', subject: key, email: text, name },
      password: {
        passwordHash: hashed.encoded,
        confirmedMs: first.kind === 'confirmed' ? clock() : undefined,
      },
      createdMs: clock(),
    });
    if (outcome === 'identityTaken') return problems.nameInUse;
    const identity = first.kind === 'pending' ? store.findPasswordIdentity(key) : undefined;
    if (identity !== undefined) mailedTokens.send(identity, 'confirm');
    return undefined;
  }
}
