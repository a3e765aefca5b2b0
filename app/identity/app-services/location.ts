import { z } from 'zod';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Cancellation, Clock } from '../../ports.ts';
import { isSecureEnough } from '../secure-origin.ts';
import { isSuccess, readAnswer } from './answers.ts';
import { orCancelled } from './cancellable.ts';
import { errorOf, wrongAnswer, type RefusalMeaning } from './error-mapping.ts';
import type { HttpResponse, HttpTransport } from './http.ts';
import { parseOrigin, type Origin } from './origin.ts';
import { requestOf } from './request.ts';

export interface Location {
  /**
   * The origin of all calls but this one. Fails with `networkUnavailable` where the base URL cannot be one, with
   * `invalidInput` (`insecure`) where it is plain http to another computer.
   */
  find(cancellation?: Cancellation): Promise<Outcome<Origin>>;
}

export interface LocationOptions {
  readonly path: string;
  /** Read at every call. Another value than before is asked for its own location. */
  readonly baseUrl: () => string;
  readonly transport: HttpTransport;
  readonly clock: Clock;
}

interface Asked {
  readonly baseUrl: string;
  readonly origin: Promise<Outcome<Origin>>;
}

const locationSchema = z.object({ hostname: z.string().max(2048) });

/** Names below `.invalid` never resolve (RFC 6761, section 6.4): only the directory's own transport knows one. */
const reachesNobody = /^http:\/\/(?:[a-z0-9-]+\.)+invalid$/;

const mayBeAsked = ({ text }: Origin): boolean => isSecureEnough(text) || reachesNobody.test(text);

/** The origin that an answer of `asked` names for all that follows. */
export const readLocation = (response: HttpResponse, asked: Origin): Outcome<Origin> => {
  const read = readAnswer(response, locationSchema);
  if (!read.ok) return read;
  const origin = parseOrigin(read.value.hostname);
  // A server reached by TLS must not talk us out of it, to whomever.
  const isDowngrade = asked.scheme === 'https' && origin?.scheme === 'http';
  return origin && !isDowngrade && mayBeAsked(origin) ? succeed(origin) : fail(wrongAnswer(response));
};

/** The location is public: who wants to know who asks is another. No token was sent, so none was refused. */
const meaningToAnybody: RefusalMeaning = ({ status }) =>
  status === 401 ? { code: 'serverError', status, problem: 'otherProtocol' } : undefined;

/** Asks for the location once, whoever comes meanwhile; after a failure the next call asks again. */
export const createLocation = ({ path, baseUrl, transport, clock }: LocationOptions): Location => {
  let asked: Asked | undefined;

  const ask = async (base: string): Promise<Outcome<Origin>> => {
    const origin = parseOrigin(base);
    if (!origin) return fail({ code: 'networkUnavailable' });
    if (!mayBeAsked(origin)) return fail({ code: 'invalidInput', field: 'baseUrl', problem: 'insecure' });
    const answer = await transport(requestOf(origin, { method: 'GET', path }));
    if (!answer.ok) return answer;
    if (!isSuccess(answer.value))
      return fail(errorOf(answer.value, { nowMs: clock.nowMs(), meaning: meaningToAnybody }));
    return readLocation(answer.value, origin);
  };

  return {
    find: (cancellation) => {
      const base = baseUrl();
      if (asked?.baseUrl === base) return orCancelled(asked.origin, cancellation);
      const asking: Asked = {
        baseUrl: base,
        origin: ask(base).then((outcome) => {
          if (!outcome.ok && asked === asking) asked = undefined;
          return outcome;
        }),
      };
      asked = asking;
      return orCancelled(asking.origin, cancellation);
    },
  };
};
