import { done, fail, succeed, type Outcome } from '../../outcome.ts';
import type { Cancellation, JsonValue } from '../../ports.ts';
import type { Session } from '../../sessions/session.ts';
import type { IdentityProvider, Login, LogInMethod } from '../identity-provider.ts';
import {
  isSuccess,
  loginSchema,
  profileSchema,
  readAnswer,
  refreshSchema,
  refreshTokenSchema,
} from './answers.ts';
import { deviceOptions, type Device } from './device.ts';
import { errorOf, registrationErrorOf, wrongAnswer } from './error-mapping.ts';
import type { HttpResponse, HttpTransport } from './http.ts';
import { readJwtExpiry } from './jwt-expiry.ts';
import { createLocation } from './location.ts';
import { credentialsOf, loginOf, providerOf, type Grant } from './login.ts';
import type { Origin } from './origin.ts';
import { parseJson } from './parsed-json.ts';
import { requestOf, type Call } from './request.ts';
import { routesOf } from './routes.ts';

export interface AppServicesClientOptions {
  readonly appId: string;
  /** Origin that is asked for the location. */
  readonly baseUrl: () => string;
  readonly device: Device;
  readonly transport: HttpTransport;
}

/** The App Services client protocol, for the directory and for remote servers: only the transport differs. */
export const createAppServicesClient = (options: AppServicesClientOptions): IdentityProvider => {
  const { appId, baseUrl, transport } = options;
  const routes = routesOf(appId);
  const device = deviceOptions(options.device, appId);
  const location = createLocation({ path: routes.location, baseUrl, transport });

  const sendTo = async (
    origin: Origin,
    call: Call,
    cancellation?: Cancellation,
  ): Promise<Outcome<HttpResponse>> => {
    if (cancellation?.aborted) return fail({ code: 'cancelled' });
    return transport(requestOf(origin, call), cancellation);
  };

  const send = async (call: Call, cancellation?: Cancellation): Promise<Outcome<HttpResponse>> => {
    const origin = await location.find(cancellation);
    return origin.ok ? sendTo(origin.value, call, cancellation) : origin;
  };

  const endSession = (origin: Origin, token: string): Promise<Outcome<HttpResponse>> =>
    sendTo(origin, { method: 'DELETE', path: routes.session, token });

  const completeLogin = async (
    origin: Origin,
    { method, response }: { method: LogInMethod; response: HttpResponse },
    cancellation?: Cancellation,
  ): Promise<Outcome<Login>> => {
    const grant = readGrant(response);
    if (!grant.ok) return grant;
    const token = grant.value.session.accessToken;
    const answer = await sendTo(origin, { method: 'GET', path: routes.profile, token }, cancellation);
    if (!answer.ok) return answer;
    if (!isSuccess(answer.value)) return fail(errorOf(answer.value, [token]));
    const profile = readAnswer(answer.value, profileSchema);
    if (!profile.ok) return profile;
    if (profile.value.user_id !== grant.value.subject) return fail(wrongAnswer(answer.value));
    return cancellation?.aborted
      ? fail({ code: 'cancelled' })
      : succeed(loginOf(method, grant.value, profile.value));
  };

  return {
    logIn: async (method, cancellation) => {
      // One origin for all of it: the token must not follow a base URL that changes meanwhile.
      const origin = await location.find(cancellation);
      if (!origin.ok) return origin;
      const call: Call = {
        method: 'POST',
        path: routes.logIn(providerOf(method)),
        json: { ...credentialsOf(method), options: { device } },
      };
      const answer = await sendTo(origin.value, call, cancellation);
      if (!answer.ok) return answer;
      const response = answer.value;
      if (!isSuccess(response)) return fail(errorOf(response, Object.values(credentialsOf(method))));
      const login = await completeLogin(origin.value, { method, response }, cancellation);
      if (login.ok) return login;
      // No half users: what was granted is given back, and nobody waits for more than one try.
      const granted = readAnswer(response, refreshTokenSchema);
      if (granted.ok) await endSession(origin.value, granted.value.refresh_token);
      return login;
    },

    createAccount: async (account, cancellation) => {
      const { email, password, name } = account;
      // The name is the directory's own extension: left out where there is none.
      const json: JsonValue = name ? { email, password, name } : { email, password };
      const answer = await send({ method: 'POST', path: routes.register, json }, cancellation);
      if (!answer.ok) return answer;
      return isSuccess(answer.value) ? done : fail(registrationErrorOf(answer.value, account));
    },

    refresh: async (session) => {
      const token = session.refreshToken;
      const answer = await send({ method: 'POST', path: routes.session, token });
      if (!answer.ok) return answer;
      if (!isSuccess(answer.value)) return fail(errorOf(answer.value, [token]));
      const read = readAnswer(answer.value, refreshSchema);
      if (!read.ok) return read;
      const expiry = readJwtExpiry(read.value.access_token);
      if (expiry.kind === 'malformed') return fail(wrongAnswer(answer.value));
      return succeed({
        ...session,
        accessToken: read.value.access_token,
        accessExpiresAtMs: expiry.expiresAtMs,
      });
    },

    revoke: async (refreshToken) => {
      const answer = await send({ method: 'DELETE', path: routes.session, token: refreshToken });
      if (!answer.ok) return answer;
      const hasEnded = isSuccess(answer.value) || answer.value.status === 401;
      return hasEnded ? done : fail(errorOf(answer.value, [refreshToken]));
    },

    deleteAccount: async (accessToken) => {
      const answer = await send({ method: 'DELETE', path: routes.deleteAccount, token: accessToken });
      if (!answer.ok) return answer;
      return isSuccess(answer.value) ? done : fail(errorOf(answer.value, [accessToken]));
    },

    callFunction: async (accessToken, name, args) => {
      const json = { name, arguments: args };
      const answer = await send({ method: 'POST', path: routes.callFunction, token: accessToken, json });
      if (!answer.ok) return answer;
      if (!isSuccess(answer.value)) return fail(errorOf(answer.value, [accessToken]));
      return readResult(answer.value);
    },
  };
};

/** The tokens of a login. A malformed access token is refused here, before anything is done with it (T38). */
const readGrant = (response: HttpResponse): Outcome<Grant> => {
  const read = readAnswer(response, loginSchema);
  if (!read.ok) return read;
  const { access_token, refresh_token, user_id } = read.value;
  const expiry = readJwtExpiry(access_token);
  if (expiry.kind === 'malformed') return fail(wrongAnswer(response));
  // Refresh tokens may be opaque.
  const refreshExpiry = readJwtExpiry(refresh_token);
  const session: Session = {
    accessToken: access_token,
    refreshToken: refresh_token,
    accessExpiresAtMs: expiry.expiresAtMs,
    refreshExpiresAtMs: refreshExpiry.kind === 'jwt' ? refreshExpiry.expiresAtMs : undefined,
  };
  return succeed({ session, subject: user_id });
};

/** A function that returns nothing answers with an empty body. */
const readResult = (response: HttpResponse): Outcome<JsonValue> => {
  if (response.body === '') return succeed(null);
  const json = parseJson(response.body);
  return json.kind === 'json' ? succeed(json.value) : fail(wrongAnswer(response));
};
