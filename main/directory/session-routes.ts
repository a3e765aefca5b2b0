import { deleteAccount } from './account-deletion.ts';
import { profileOf } from './profile.ts';
import { empty, json } from './responses.ts';
import { BASE_PATH } from './routing.ts';
import type { Routing } from './routing.ts';

/** What a token's owner does with the account and the session themselves. */
export function addSessionRoutes({ hono, store, sessions, withToken, clean }: Routing): void {
  hono.get(`${BASE_PATH}/auth/profile`, (context) =>
    withToken(context, 'access', ({ account }) => json(profileOf(account))),
  );

  hono.post(`${BASE_PATH}/auth/session`, (context) =>
    withToken(context, 'refresh', async (granted) =>
      json({ access_token: await sessions.renew(granted) }, 201),
    ),
  );

  hono.delete(`${BASE_PATH}/auth/session`, (context) =>
    withToken(context, 'refresh', (granted) => {
      sessions.end(granted);
      return empty(204);
    }),
  );

  hono.delete(`${BASE_PATH}/auth/delete`, (context) =>
    withToken(context, 'access', ({ account }) => {
      deleteAccount(store, account);
      clean();
      return empty(204);
    }),
  );
}
