import type * as client from 'openid-client';
import { z } from 'zod';
import type { Session } from '../../../app/sessions/session.ts';
import type { BoundedFetch } from '../../network/bounded-fetch.ts';
import type { IssuerClock } from './issuer-clock.ts';
import { talkFailureOf, type Answer, type TalkFailure } from './talk-failure.ts';

export type GrantedTokens = Pick<Session, 'accessToken' | 'refreshToken'>;

/** The requests of one operation, and what was answered. */
export interface Conversation {
  /** For openid-client; `skewSeconds` is what its claims are being compared with. */
  fetchUnder(skewSeconds: number): client.CustomFetch;
  /** The token endpoint has answered, so that its answer can be looked at again without asking again. */
  hasTokenAnswer(): boolean;
  /** The last thing asked for was this, and it did not come. */
  isMissing(url: string): boolean;
  failureOf(cause: unknown): TalkFailure;
}

export interface ConversationOptions {
  readonly fetch: BoundedFetch;
  readonly issuerClock?: IssuerClock | undefined;
  readonly tokenEndpoint?: string | undefined;
  /** Called once, with whatever was granted, before anything of the answer is checked. */
  readonly onGrant?: ((tokens: GrantedTokens) => void) | undefined;
}

/** The issuer's time is another than was thought: its answer must be looked at again under the right one. */
export class ClockMoved extends Error {}

const grantSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional().catch(undefined),
});

const secretParameters = ['code', 'code_verifier', 'refresh_token', 'token', 'device_code', 'client_secret'];
const largestDriftSeconds = 2;

export const openConversation = ({
  fetch,
  issuerClock,
  tokenEndpoint,
  onGrant,
}: ConversationOptions): Conversation => {
  const secrets: string[] = [];
  const isTokenRequest = (url: string): boolean => url === normal(tokenEndpoint);
  const isOff = (skewSeconds: number): boolean =>
    issuerClock !== undefined && Math.abs(issuerClock.skewSeconds() - skewSeconds) > largestDriftSeconds;
  let tokenAnswer: Answer | undefined;
  let last: { readonly url: string; readonly answer?: Answer | undefined } | undefined;

  const ask = async (url: string, options: client.CustomFetchOptions): Promise<Answer> => {
    last = { url };
    secrets.push(...secretsOf(options));
    const { method, headers, body, signal } = options;
    const response = await fetch(url, { method, headers, body, signal });
    issuerClock?.compare(response.headers);
    const answer = { url, status: response.status, headers: response.headers, text: await response.text() };
    last = { url, answer };
    return answer;
  };

  return {
    fetchUnder: (skewSeconds) => async (url, options) => {
      if (tokenAnswer && isTokenRequest(url)) {
        last = { url, answer: tokenAnswer };
        return responseOf(tokenAnswer);
      }
      const answer = await ask(url, options);
      if (!isTokenRequest(url) || answer.status !== 200) return responseOf(answer);
      tokenAnswer = answer;
      const granted = readGrant(answer);
      if (granted) {
        secrets.push(granted.accessToken, granted.refreshToken ?? '');
        onGrant?.(granted);
      }
      if (isOff(skewSeconds)) throw new ClockMoved();
      return responseOf(answer);
    },
    hasTokenAnswer: () => tokenAnswer !== undefined,
    isMissing: (url) => last !== undefined && last.url === normal(url) && last.answer?.status !== 200,
    failureOf: (cause) => talkFailureOf(cause, last?.answer, secrets),
  };
};

const normal = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : URL.parse(url)?.href;

const secretsOf = ({ body, headers }: client.CustomFetchOptions): string[] => {
  const bearer = /^\w+ (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  const sent = body instanceof URLSearchParams ? secretParameters.map((name) => body.get(name)) : [];
  return [bearer, ...sent].filter((secret) => typeof secret === 'string');
};

const readGrant = ({ text }: Answer): GrantedTokens | undefined => {
  try {
    const { access_token, refresh_token } = grantSchema.parse(JSON.parse(text));
    return { accessToken: access_token, refreshToken: refresh_token };
  } catch {
    return undefined;
  }
};

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

const responseOf = ({ status, headers, text }: Answer): Response =>
  new Response(statusesWithoutBody.has(status) ? undefined : text, { status, headers });
