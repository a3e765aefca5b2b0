import { succeed, type Outcome } from '../../../outcome.ts';
import type { Cancellation } from '../../../ports.ts';
import type { Session } from '../../../sessions/session.ts';
import type { Login, LogInMethod } from '../../identity-provider.ts';
import { createAppServicesClient, type AppServicesClient } from '../app-services-client.ts';
import type { HttpRequest, HttpResponse, HttpTransport } from '../http.ts';
import { jwtOf } from './signed-token.ts';

export const base = 'https://services.example.com';
export const host = 'https://eu.services.example.com';
export const api = '/api/client/v2.0';
export const app = `${api}/app/desk`;
export const userpass = `${app}/auth/providers/local-userpass`;

export const accessToken = jwtOf({ sub: 'CANARY-ada-access-1b2c', exp: 1_700_000_000 });
export const refreshToken = jwtOf({ sub: 'CANARY-ada-refresh-3d4e', exp: 1_705_000_000 });
export const password = 'CANARY-ada-password-5f60';
export const ada = { kind: 'emailPassword', email: 'ada@example.com', password } as const;

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
export const empty = (status: number): HttpResponse => ({ status, headers: {}, body: '' });
export const page: HttpResponse = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Sign in to this network</title>',
};

export type Answer = HttpResponse | Outcome<HttpResponse> | Promise<Outcome<HttpResponse>>;
/** By verb and path. */
export type Answers = Record<string, Answer | ((request: HttpRequest) => Answer)>;

export const locationRoute = `GET ${app}/location`;
export const profileRoute = `GET ${api}/auth/profile`;
export const located = json({ deployment_model: 'GLOBAL', location: 'IE', hostname: host, ws_hostname: '' });
export const granted = json({
  access_token: accessToken,
  refresh_token: refreshToken,
  user_id: 'u1',
  device_id: '0',
});
export const profile = json({
  user_id: 'u1',
  domain_id: 'd',
  type: 'normal',
  identities: [{ id: 'i1', provider_type: 'local-userpass', provider_id: 'p' }],
  data: { email: 'ada@example.com', name: 'Ada' },
});
export const sound: Answers = {
  [locationRoute]: located,
  [`POST ${userpass}/login`]: granted,
  [`POST ${app}/auth/providers/anon-user/login`]: granted,
  [profileRoute]: profile,
  [`DELETE ${api}/auth/session`]: empty(204),
};

export interface StubbedClient {
  readonly client: AppServicesClient;
  readonly requests: readonly HttpRequest[];
  /** What failed logins gave back. */
  readonly givenBack: readonly Pick<Session, 'accessToken' | 'refreshToken'>[];
  readonly asked: () => readonly string[];
  readonly logIn: (method: LogInMethod, cancellation?: Cancellation) => Promise<Outcome<Login>>;
}

export interface StubOptions {
  readonly baseUrl?: () => string;
  readonly appId?: string;
  readonly nowMs?: () => number;
}

/** A client whose server is a stub that answers by route, and what it was asked. */
export const clientOf = (
  answers: Answers,
  { baseUrl = () => base, appId = 'desk', nowMs = () => 1_699_000_000_000 }: StubOptions = {},
): StubbedClient => {
  const requests: HttpRequest[] = [];
  const givenBack: Pick<Session, 'accessToken' | 'refreshToken'>[] = [];
  const transport: HttpTransport = async (request) => {
    requests.push(request);
    const path = request.url.replace(/^https?:\/\/[^/]+/, '');
    const answer = answers[`${request.method} ${path}`];
    const given = typeof answer === 'function' ? answer(request) : answer;
    if (!given) throw new Error(`No answer for ${request.method} ${path}`);
    return 'status' in given ? succeed(given) : given;
  };
  const device = { platform: 'linux', platformVersion: '6.1', appVersion: '0.1.0' };
  const client = createAppServicesClient({ appId, baseUrl, device, transport, clock: { nowMs } });
  return {
    client,
    requests,
    givenBack,
    asked: () => requests.map(({ method, url }) => `${method} ${url}`),
    logIn: (method, cancellation) =>
      client.logIn(method, { cancellation, giveBack: (session) => givenBack.push(session) }),
  };
};

export const authorisationOf = (request: HttpRequest | undefined): string | undefined =>
  request?.headers['Authorization'];

export const bodyOf = (request: HttpRequest | undefined): unknown => JSON.parse(request?.body ?? 'null');
