import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Clock, JsonValue } from '../../ports.ts';
import type { AppServicesCalls } from '../identity-provider.ts';
import { accessTokenSchema, profileSchema, readAnswer } from './answers.ts';
import { createApiKeyCalls } from './api-keys.ts';
import type { Connection } from './connection.ts';
import { credentialsOf } from './credentials.ts';
import { readCustomData } from './custom-data.ts';
import { questionOf } from './email-requests.ts';
import { wrongAnswer } from './error-mapping.ts';
import { readAccessToken } from './grant.ts';
import type { HttpResponse } from './http.ts';
import { meaningToLink, meaningToRegistration } from './input-refusals.ts';
import { isOfOneSubject } from './jwt-subject.ts';
import { parseJson } from './parsed-json.ts';
import { serviceProfileOf } from './profile.ts';
import type { AppServicesRoutes } from './routes.ts';

export interface AccountCallsOptions {
  readonly connection: Connection;
  readonly routes: AppServicesRoutes;
  readonly clock: Clock;
  readonly device: Readonly<Record<string, string>>;
}

/** What the protocol has beside logging in, refreshing and logging out. */
export const createAccountCalls = (options: AccountCallsOptions): AppServicesCalls => {
  const { connection, routes, clock, device } = options;
  return {
    createAccount: async (account, cancellation) => {
      const { email, password, name } = account;
      return connection.tell({
        method: 'POST',
        path: routes.emailPassword('register'),
        // The name is the directory's own extension: left out where there is none.
        json: name ? { email, password, name } : { email, password },
        secrets: [password],
        meaning: meaningToRegistration(account),
        cancellation,
      });
    },

    ask: async (request, cancellation) => {
      const question = questionOf(request, routes);
      return question.ok ? connection.tell({ ...question.value, cancellation }) : question;
    },

    deleteAccount: (accessToken) =>
      connection.tell({ method: 'DELETE', path: routes.deleteAccount, token: accessToken }),

    callFunction: async (accessToken, name, args, cancellation) => {
      const json = { name, arguments: args };
      const path = routes.callFunction;
      const answer = await connection.ask({ method: 'POST', path, token: accessToken, json, cancellation });
      return answer.ok ? readResult(answer.value) : answer;
    },

    profile: async (accessToken) => {
      const answer = await connection.ask({ method: 'GET', path: routes.profile, token: accessToken });
      if (!answer.ok) return answer;
      const profile = readAnswer(answer.value, profileSchema);
      return profile.ok ? succeed(serviceProfileOf(profile.value)) : profile;
    },

    link: async (accessToken, method) => {
      // Nobody is anonymous beside being somebody.
      if (method.kind === 'anonymous') return fail({ code: 'conflict', with: 'notOffered' });
      const credentials = credentialsOf(method);
      if (!credentials.ok) return credentials;
      const { provider, json, secrets } = credentials.value;
      const answer = await connection.ask({
        method: 'POST',
        path: routes.link(provider),
        token: accessToken,
        json: { ...json, options: { device } },
        secrets,
        meaning: meaningToLink,
      });
      if (!answer.ok) return answer;
      const read = readAnswer(answer.value, accessTokenSchema);
      if (!read.ok) return read;
      const access = readAccessToken(read.value.access_token, answer.value, clock.nowMs());
      if (!access.ok) return access;
      // Linking keeps the user: another's token must never get in its place.
      return isOfOneSubject(accessToken, access.value.accessToken)
        ? access
        : fail({ ...wrongAnswer(answer.value), problem: 'untrusted' });
    },

    apiKeys: createApiKeyCalls({ connection, routes }),
    customDataOf: readCustomData,
  };
};

/** A function that returns nothing answers with an empty body. */
const readResult = (response: HttpResponse): Outcome<JsonValue> => {
  if (response.body === '') return succeed(null);
  const json = parseJson(response.body);
  return json.kind === 'json' ? succeed(json.value) : fail(wrongAnswer(response));
};
