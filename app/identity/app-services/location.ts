import { z } from 'zod';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Cancellation } from '../../ports.ts';
import { isSuccess, readAnswer } from './answers.ts';
import { orCancelled } from './cancellable.ts';
import { errorOf, wrongAnswer } from './error-mapping.ts';
import type { HttpTransport } from './http.ts';
import { parseOrigin, type Origin } from './origin.ts';
import { requestOf } from './request.ts';

export interface Location {
  /** The origin of all calls but this one. Fails with `networkUnavailable` where the base URL cannot be one. */
  find(cancellation?: Cancellation): Promise<Outcome<Origin>>;
}

export interface LocationOptions {
  readonly path: string;
  /** Read at every call. Another value than before is asked for its own location. */
  readonly baseUrl: () => string;
  readonly transport: HttpTransport;
}

interface Asked {
  readonly baseUrl: string;
  readonly origin: Promise<Outcome<Origin>>;
}

const locationSchema = z.object({ hostname: z.string().max(2048) });

/** Asks for the location once, whoever comes meanwhile; after a failure the next call asks again. */
export const createLocation = ({ path, baseUrl, transport }: LocationOptions): Location => {
  let asked: Asked | undefined;

  const ask = async (base: string): Promise<Outcome<Origin>> => {
    const baseOrigin = parseOrigin(base);
    if (!baseOrigin) return fail({ code: 'networkUnavailable' });
    const answer = await transport(requestOf(baseOrigin, { method: 'GET', path }));
    if (!answer.ok) return answer;
    if (!isSuccess(answer.value)) return fail(errorOf(answer.value));
    const read = readAnswer(answer.value, locationSchema);
    const origin = read.ok ? parseOrigin(read.value.hostname) : undefined;
    // A server reached by TLS must not talk us out of it.
    const isDowngrade = baseOrigin.scheme === 'https' && origin?.scheme === 'http';
    return origin && !isDowngrade ? succeed(origin) : fail(wrongAnswer(answer.value));
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
