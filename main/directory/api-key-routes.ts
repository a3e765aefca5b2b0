import { isAnonymous } from './account.ts';
import { apiKeyNameProblem, createApiKey, MAX_API_KEYS, shownApiKey } from './api-keys.ts';
import { createObjectId } from './object-id.ts';
import { problems } from './problems.ts';
import { apiKeyBody, withBody } from './request-body.ts';
import { json, problemResponse } from './responses.ts';
import { BASE_PATH, emptyOr } from './routing.ts';
import type { Routing } from './routing.ts';
import { hashSecret } from './secret-hash.ts';

const KEYS = `${BASE_PATH}/auth/api_keys`;

/** A user's own API keys. The protocol wants the refresh token here; another's key is answered as none. */
export function addApiKeyRoutes({ hono, store, clock, random, withToken }: Routing): void {
  hono.post(KEYS, (context) =>
    withToken(context, 'refresh', ({ account }) =>
      withBody(context, apiKeyBody, ({ name = '' }) => {
        if (isAnonymous(account)) return problemResponse(problems.apiKeyOfNobody);
        const nameProblem = apiKeyNameProblem(name);
        if (nameProblem !== undefined) return problemResponse(nameProblem);
        if (store.listApiKeys(account.id).length >= MAX_API_KEYS) {
          return problemResponse(problems.tooManyApiKeys);
        }
        const key = createApiKey(random);
        const apiKey = { id: createObjectId(clock, random), accountId: account.id, name };
        if (store.addApiKey({ ...apiKey, keyHash: hashSecret(key) }) === 'nameTaken') {
          return problemResponse(problems.apiKeyNameTaken);
        }
        return json({ ...shownApiKey({ ...apiKey, isDisabled: false }), key }, 201);
      }),
    ),
  );

  hono.get(KEYS, (context) =>
    withToken(context, 'refresh', ({ account }) => json(store.listApiKeys(account.id).map(shownApiKey))),
  );

  hono.get(`${KEYS}/:id`, (context) =>
    withToken(context, 'refresh', ({ account }) => {
      const apiKey = store.findApiKey(account.id, context.req.param('id'));
      return apiKey === undefined ? problemResponse(problems.apiKeyNotFound) : json(shownApiKey(apiKey));
    }),
  );

  hono.delete(`${KEYS}/:id`, (context) =>
    withToken(context, 'refresh', ({ account }) =>
      emptyWhen(store.removeApiKey(account.id, context.req.param('id'))),
    ),
  );

  hono.put(`${KEYS}/:id/enable`, (context) =>
    withToken(context, 'refresh', ({ account }) =>
      emptyWhen(store.setApiKeyDisabled(account.id, context.req.param('id'), undefined)),
    ),
  );

  hono.put(`${KEYS}/:id/disable`, (context) =>
    withToken(context, 'refresh', ({ account }) =>
      emptyWhen(store.setApiKeyDisabled(account.id, context.req.param('id'), clock())),
    ),
  );
}

function emptyWhen(isFound: boolean): Response {
  return emptyOr(isFound ? undefined : problems.apiKeyNotFound, 204);
}
