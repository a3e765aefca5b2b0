import { callFunction } from './functions.ts';
import { problems } from './problems.ts';
import { functionCallBody, withBody } from './request-body.ts';
import { json, problemResponse } from './responses.ts';
import { APP_PATH } from './routing.ts';
import type { Routing } from './routing.ts';

export function addFunctionRoutes({ hono, store, clock, random, withToken, clean }: Routing): void {
  hono.post(`${APP_PATH}/functions/call`, (context) =>
    withToken(context, 'access', ({ account }) =>
      withBody(context, functionCallBody, ({ name, arguments: args, service }) => {
        if (service !== undefined) return problemResponse(problems.functionNotFound);
        const result = callFunction({ store, clock, random, account, clean }, name, args);
        return result.kind === 'value' ? json(result.value) : problemResponse(result.problem);
      }),
    ),
  );
}
