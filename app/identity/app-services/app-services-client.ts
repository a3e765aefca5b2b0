import { done, fail, succeed } from '../../outcome.ts';
import type { Clock } from '../../ports.ts';
import { endOf } from '../../sessions/session.ts';
import type { AppServicesCalls, IdentityProvider } from '../identity-provider.ts';
import { createAccountCalls } from './account-calls.ts';
import { readAnswer, accessTokenSchema } from './answers.ts';
import { createConnection } from './connection.ts';
import { deviceOptions, type Device } from './device.ts';
import { readAccessToken } from './grant.ts';
import type { HttpTransport } from './http.ts';
import { createLocation } from './location.ts';
import { createLogIn } from './login.ts';
import { parseOrigin } from './origin.ts';
import { routesOf } from './routes.ts';

export interface AppServicesClientOptions {
  readonly appId: string;
  /** Origin that is asked for the location. */
  readonly baseUrl: () => string;
  readonly device: Device;
  readonly transport: HttpTransport;
  readonly clock: Clock;
}

export interface AppServicesClient extends IdentityProvider {
  readonly appServices: AppServicesCalls;
}

/** The App Services client protocol, for the directory and for remote servers: only the transport differs. */
export const createAppServicesClient = (options: AppServicesClientOptions): AppServicesClient => {
  const { appId, baseUrl, transport, clock } = options;
  const routes = routesOf(appId);
  const device = deviceOptions(options.device, appId);
  const location = createLocation({ path: routes.location, baseUrl, transport, clock });
  const connection = createConnection({ location, transport, clock });

  return {
    logIn: createLogIn({ connection, location, routes, clock, device }),

    apiOrigins: async () => {
      const base = parseOrigin(baseUrl());
      const found = await location.find();
      const origins = [base?.text, found.ok ? found.value.text : undefined];
      return [...new Set(origins.filter((origin) => origin !== undefined))];
    },

    refresh: async (session) => {
      const token = session.refreshToken;
      // The protocol always grants one. A session without it lives as long as its access token.
      if (token === undefined) {
        const endsAtMs = endOf(session);
        const isOver = endsAtMs !== undefined && endsAtMs <= clock.nowMs();
        return isOver ? fail({ code: 'authenticationRejected' }) : succeed(session);
      }
      const answer = await connection.ask({ method: 'POST', path: routes.session, token });
      if (!answer.ok) return answer;
      const read = readAnswer(answer.value, accessTokenSchema);
      if (!read.ok) return read;
      const access = readAccessToken(read.value.access_token, answer.value, clock.nowMs());
      return access.ok ? succeed({ ...session, ...access.value }) : access;
    },

    revoke: async ({ kind, token }) => {
      // Nothing ends an access token in this protocol but its time.
      if (kind === 'accessToken') return done;
      const ended = await connection.tell({ method: 'DELETE', path: routes.session, token });
      return !ended.ok && ended.error.code === 'authenticationRejected' ? done : ended;
    },

    appServices: createAccountCalls({ connection, routes, clock, device }),
  };
};
