import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Clock } from '../../ports.ts';
import type { Login, LogInCircumstances, LogInMethod } from '../identity-provider.ts';
import { profileSchema, readAnswer } from './answers.ts';
import type { Connection } from './connection.ts';
import { credentialsOf } from './credentials.ts';
import { wrongAnswer } from './error-mapping.ts';
import { readGivenBack, readGrant } from './grant.ts';
import type { HttpResponse } from './http.ts';
import { meaningOfMissingWay } from './input-refusals.ts';
import type { Location } from './location.ts';
import type { Origin } from './origin.ts';
import { serviceProfileOf } from './profile.ts';
import type { AppServicesRoutes } from './routes.ts';

export interface LogInOptions {
  readonly connection: Connection;
  readonly location: Location;
  readonly routes: AppServicesRoutes;
  readonly clock: Clock;
  readonly device: Readonly<Record<string, string>>;
}

/** Logging in: tokens, then the profile. Only both are a login, and what comes to nothing is given back. */
export const createLogIn = ({ connection, location, routes, clock, device }: LogInOptions) => {
  const complete = async (
    origin: Origin,
    response: HttpResponse,
    { method, cancellation }: { method: LogInMethod } & Pick<LogInCircumstances, 'cancellation'>,
  ): Promise<Outcome<Login>> => {
    const grant = readGrant(response, clock.nowMs());
    if (!grant.ok) return grant;
    const { session, subject } = grant.value;
    const answer = await connection.askAt(origin, {
      method: 'GET',
      path: routes.profile,
      token: session.accessToken,
      cancellation,
    });
    if (!answer.ok) return answer;
    const profile = readAnswer(answer.value, profileSchema);
    if (!profile.ok) return profile;
    if (profile.value.user_id !== subject) return fail(wrongAnswer(answer.value));
    if (cancellation?.aborted) return fail({ code: 'cancelled' });
    const isAnonymous = method.kind === 'anonymous';
    return succeed({ ...grant.value, ...serviceProfileOf(profile.value, isAnonymous), isProvenNow: true });
  };

  return async (method: LogInMethod, circumstances: LogInCircumstances): Promise<Outcome<Login>> => {
    const { cancellation } = circumstances;
    const credentials = credentialsOf(method);
    if (!credentials.ok) return credentials;
    const { provider, json, secrets } = credentials.value;
    // One origin for all of it: the token must not follow a base URL that changes meanwhile.
    const origin = await location.find(cancellation);
    if (!origin.ok) return origin;
    const answer = await connection.askAt(origin.value, {
      method: 'POST',
      path: routes.logIn(provider),
      json: { ...json, options: { device } },
      secrets,
      meaning: meaningOfMissingWay,
      cancellation,
    });
    if (!answer.ok) return answer;
    const login = await complete(origin.value, answer.value, { method, cancellation });
    const granted = login.ok ? undefined : readGivenBack(answer.value);
    if (granted) circumstances.giveBack(granted);
    return login;
  };
};
