import { routePath } from 'hono/route';
import { addApiKeyRoutes } from './api-key-routes.ts';
import { DIRECTORY_APP_ID } from './directory-app-id.ts';
import { addFunctionRoutes } from './function-routes.ts';
import { addLoginRoutes } from './login-routes.ts';
import { addNotebookRoutes } from './notebook-routes.ts';
import { addPasswordRoutes } from './password-routes.ts';
import { problems, unknownApp } from './problems.ts';
import { json, problemResponse } from './responses.ts';
import { APP_PATH, createRouting } from './routing.ts';
import type { DirectoryParts } from './routing.ts';
import { addSessionRoutes } from './session-routes.ts';
import { storageFailureOf } from './storage-failure.ts';

/** Answers one request; both transports, process and loopback, lead here. Never rejects. */
export interface DirectoryApp {
  fetch(request: Request): Promise<Response>;
}

/** The App Services client protocol over the store, and the notebook page beside it: `hostname` in location is the origin of the request itself. */
export function createDirectoryApp(parts: DirectoryParts): DirectoryApp {
  const routing = createRouting(parts);
  const { hono, log } = routing;

  hono.use(`${APP_PATH}/*`, async (context, next) => {
    const appId = context.req.param('appId');
    if (appId !== DIRECTORY_APP_ID) return problemResponse(unknownApp(appId));
    return next();
  });
  hono.notFound(() => problemResponse(problems.routeNotFound));
  hono.onError((cause, context) => {
    const failure = storageFailureOf(cause);
    log({ kind: 'requestFailed', route: routePath(context), reason: failure ?? cause.name });
    if (failure === undefined) return problemResponse(problems.internal);
    return problemResponse(failure === 'full' ? problems.storageFull : problems.storageFailed);
  });

  hono.get(`${APP_PATH}/location`, (context) => {
    const { origin } = new URL(context.req.url);
    const wsHostname = origin.replace(/^http/, 'ws');
    return json({ deployment_model: 'LOCAL', location: 'LOCAL', hostname: origin, ws_hostname: wsHostname });
  });
  addLoginRoutes(routing);
  addPasswordRoutes(routing);
  addSessionRoutes(routing);
  addApiKeyRoutes(routing);
  addFunctionRoutes(routing);
  addNotebookRoutes(routing);

  return { fetch: async (request) => hono.fetch(request) };
}
