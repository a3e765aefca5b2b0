import type { ErrorReport } from '../../app/errors.ts';
import { directoryOrigin } from '../../app/identity/directory-scheme.ts';
import type { HttpResponse } from '../../app/identity/app-services/http.ts';
import type { BearerSource } from '../../app/sessions/token-door.ts';
import type { UserId } from '../../app/users/user.ts';
import { DIRECTORY_APP_ID } from '../directory/directory-app-id.ts';
import { DIRECTORY_ORIGIN } from '../directory/directory-origin.ts';
import type { DirectoryHost } from '../identity/directory-host.ts';
import { textWithin } from './text-within.ts';

export interface DirectoryForwardingOptions {
  readonly userId: UserId;
  readonly bearers: Pick<BearerSource, 'bearerOf' | 'noteRejected'>;
  readonly request: DirectoryHost['request'];
}

/** `ended` only for a request that the directory's own page has made; it is raised when nobody waits any longer. */
export type DirectoryForwarding = (
  request: Pick<Request, 'url' | 'method' | 'headers' | 'body'>,
  ended: AbortSignal | undefined,
) => Promise<Response>;

const basePath = '/api/client/v2.0';
const appPath = `${basePath}/app/${DIRECTORY_APP_ID}`;

/**
 * What the page may ask. Not among them: all that hands out tokens or keys (logins, sessions, API keys), and what
 * ends the account, which is Hotseat's to ask about.
 */
const offered: ReadonlyMap<string, { readonly method: 'GET' | 'POST'; readonly isOfUser: boolean }> = new Map(
  [
    [`GET ${appPath}/location`, { method: 'GET', isOfUser: false }],
    [`GET ${basePath}/auth/profile`, { method: 'GET', isOfUser: true }],
    [`POST ${appPath}/functions/call`, { method: 'POST', isOfUser: true }],
  ],
);

const sentHeaders = ['accept', 'content-type'];

/** What an answer of the directory may say about itself to the page. */
const keptHeaders: ReadonlySet<string> = new Set([
  'cache-control',
  'content-security-policy',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'referrer-policy',
  'retry-after',
  'x-content-type-options',
]);

/** The directory's own bound for a body is below it, and is the one that a page meets. */
const bodyLimitBytes = 100_000;

/**
 * Hands requests for `directory://hotseat` to the directory's process. Those of its own page that are a user's get
 * that user's token, which the page never sees; whoever else asks gets the answer of somebody without a token.
 */
export const createDirectoryForwarding = ({
  userId,
  bearers,
  request,
}: DirectoryForwardingOptions): DirectoryForwarding => {
  const pageFile = async (method: string, path: string): Promise<Response> => {
    if (method !== 'GET') return refusal(405, 'MethodNotAllowed');
    const answer = await request({ method, path, headers: {} });
    // Shown by the workspace as a page that cannot be reached, with a way to try again.
    return answer.ok ? responseOf(answer.value) : Response.error();
  };

  const asUser = async (message: Message, ended: AbortSignal): Promise<Response> => {
    let refused: string | undefined;
    for (;;) {
      const bearer = await bearers.bearerOf(userId);
      if (!bearer.ok) return failure(bearer.error);
      const token = bearer.value;
      // The token that was refused is all there is.
      if (token === refused) return refusal(401, 'InvalidSession');
      const headers = { ...message.headers, authorization: `Bearer ${token}` };
      const answer = await request({ ...message, headers }, ended);
      if (!answer.ok) return failure(answer.error);
      if (answer.value.status === 401 && refused === undefined) {
        refused = token;
        await bearers.noteRejected(userId, token);
        continue;
      }
      return isTelling(answer.value, token) ? refusal(500, 'InternalServerError') : responseOf(answer.value);
    }
  };

  return async (asked, ended) => {
    const path = ownPath(asked.url);
    if (path === undefined) return refusal(404, 'NotFound');
    if (!path.startsWith('/api/')) return pageFile(asked.method, path);
    const route = offered.get(`${asked.method} ${path}`);
    if (!route) return refusal(403, 'NotOffered');
    const body = await textWithin(asked.body, bodyLimitBytes);
    if (body === undefined) return refusal(413, 'TooLarge');
    const message: Message = {
      method: route.method,
      path,
      headers: headersOf(asked.headers),
      ...(body === '' ? {} : { body }),
    };
    if (route.isOfUser) return ended ? asUser(message, ended) : refusal(401, 'InvalidSession');
    const answer = await request(message, ended);
    return answer.ok ? responseOf(inPageTerms(answer.value)) : failure(answer.error);
  };
};

type Message = Parameters<DirectoryHost['request']>[0];

/** The path of an address of the page's own origin. Its query is dropped: nothing that is offered has one. */
const ownPath = (url: string): string | undefined => {
  const address = URL.parse(url);
  if (!address || address.username !== '' || address.password !== '') return undefined;
  return `${address.protocol}//${address.host}` === directoryOrigin ? address.pathname || '/' : undefined;
};

const headersOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    sentHeaders.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );

const isTelling = ({ headers, body }: HttpResponse, token: string): boolean =>
  body.includes(token) || Object.values(headers).some((value) => value.includes(token));

/** The directory's process has no socket and so no address of its own. */
const inPageTerms = (answer: HttpResponse): HttpResponse => ({
  ...answer,
  body: answer.body.replaceAll(DIRECTORY_ORIGIN, directoryOrigin),
});

const responseOf = ({ status, headers, body }: HttpResponse): Response =>
  new Response(body === '' ? undefined : body, {
    status,
    headers: Object.entries(headers).filter(([name]) => keptHeaders.has(name)),
  });

/** As App Services writes it, so that any client of the protocol reads it. */
const refusal = (status: number, code: string): Response =>
  new Response(JSON.stringify({ error: refusals[status] ?? 'failed', error_code: code, link: '' }), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });

const refusals: Readonly<Record<number, string>> = {
  401: 'must authenticate first',
  403: 'not offered to a page',
  404: 'not found',
  405: 'method not allowed',
  413: 'the body is too large',
  503: 'not available at the moment',
};

/** No answer came, or no token could be had. */
const failure = (error: ErrorReport): Response => {
  switch (error.code) {
    case 'userNotFound':
    case 'userLoggedOut':
    case 'locked':
    case 'authenticationRejected':
      return refusal(401, 'InvalidSession');
    case 'storageUnavailable':
      return refusal(
        503,
        error.problem === 'keyringUnavailable' ? 'KeyringUnavailable' : 'StorageUnavailable',
      );
    case 'networkUnavailable':
    case 'cancelled':
      return refusal(503, 'Unavailable');
    default:
      return refusal(500, 'InternalServerError');
  }
};
