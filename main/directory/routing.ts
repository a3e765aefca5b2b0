import { Hono } from 'hono';
import type { Context } from 'hono';
import type { DirectoryConfiguration } from './configuration.ts';
import type { MailedTokens } from './mailed-tokens.ts';
import { createMailedTokens } from './mailed-tokens.ts';
import type { NotebookFolders } from './notebook-folders.ts';
import { noOutbox } from './outbox.ts';
import type { Passwords } from './passwords.ts';
import type { Clock, DirectoryLog, Random } from './ports.ts';
import { problems } from './problems.ts';
import type { Problem } from './problems.ts';
import { empty, problemResponse } from './responses.ts';
import { createSessions } from './sessions.ts';
import type { GrantedAccess, Sessions } from './sessions.ts';
import { storageFailureOf } from './storage-failure.ts';
import type { DirectoryStore } from './store.ts';
import type { Tokens, TokenType } from './tokens.ts';

export const BASE_PATH = '/api/client/v2.0';
export const APP_PATH = `${BASE_PATH}/app/:appId`;

export interface DirectoryParts {
  readonly store: DirectoryStore;
  readonly passwords: Passwords;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: DirectoryLog;
  readonly configuration: DirectoryConfiguration;
  /** Where the built page lies; without it there is no page. */
  readonly notebook?: NotebookFolders | undefined;
}

/** What every group of routes is made from. */
export interface Routing extends DirectoryParts {
  readonly hono: Hono;
  readonly sessions: Sessions;
  readonly mailedTokens: MailedTokens;
  readonly withToken: (
    context: Context,
    type: TokenType,
    answer: (granted: GrantedAccess) => Response | Promise<Response>,
  ) => Promise<Response>;
  /** After rows went, so that their bytes go too. */
  readonly clean: () => void;
}

export function createRouting(parts: DirectoryParts): Routing {
  const { store, log, configuration } = parts;
  const sessions = createSessions(parts);
  const outbox = configuration.outbox ?? noOutbox;
  return {
    ...parts,
    hono: new Hono(),
    sessions,
    mailedTokens: createMailedTokens({ ...parts, outbox }),
    async withToken(context, type, answer) {
      const access = await sessions.authorise(context.req.header('authorization'), type);
      if (access.kind === 'refused') return problemResponse(access.problem);
      return isCancelled(context) ? problemResponse(problems.cancelled) : answer(access);
    },
    // That bytes linger in the -wal file until the next start is no failure.
    clean() {
      try {
        if (!store.clean()) log({ kind: 'cleaningFailed', reason: 'busy' });
      } catch (cause) {
        log({ kind: 'cleaningFailed', reason: storageFailureOf(cause) ?? 'unexpected' });
      }
    },
  };
}

export function isCancelled(context: Context): boolean {
  return context.req.raw.signal.aborted;
}

/** An answer without a body, or the problem. */
export function emptyOr(problem: Problem | undefined, status: number): Response {
  return problem === undefined ? empty(status) : problemResponse(problem);
}
