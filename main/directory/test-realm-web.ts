import { App, Credentials, getEnvironment, MongoDBRealmError } from 'realm-web';
import type { AppConfiguration, User } from 'realm-web';
import type { DirectoryConfiguration } from './configuration.ts';
import { DIRECTORY_APP_ID } from './directory-app-id.ts';
import { createMemoryOutbox } from './outbox.ts';
import { passwordWorkerUrl } from './password-worker-url.ts';
import { startDirectoryServer } from './start-directory-server.ts';
import { canary, CHEAP_COSTS } from './test-directory.ts';

type RealmFetch = NonNullable<AppConfiguration['fetch']>;

export interface RealmWebRequest {
  /** Method, path below the app and status: `POST /auth/session 201`. */
  readonly line: string;
  readonly authorization: string | undefined;
}

/** The unmodified client from npm, against the directory on loopback. One at a time: realm-web has one storage. */
export async function startRealmWeb(configuration: DirectoryConfiguration = {}) {
  const time = { nowMs: Date.parse('2026-01-05T09:00:00Z') };
  const requests: RealmWebRequest[] = [];
  const outbox = createMemoryOutbox();
  const started = await startDirectoryServer({
    port: 0,
    workerUrl: passwordWorkerUrl(import.meta.url),
    clock: () => time.nowMs,
    passwordCosts: CHEAP_COSTS,
    configuration: { outbox, ...configuration },
  });
  if (started.kind === 'refused') throw new Error(started.reason);
  const { server } = started;
  // All apps of one process share it.
  getEnvironment().defaultStorage.clear();

  /** realm-web's own fetch, noting what it asked and what came back. */
  const recordingFetch: RealmFetch = async (url, init) => {
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? init.body : null;
    const headers: Record<string, string> = Object.fromEntries(Object.entries(init?.headers ?? {}));
    const response = await fetch(url, { method, headers, body });
    const { pathname, search } = new URL(url);
    const path = pathname.replace(/^\/api\/client\/v2\.0(\/app\/[^/]+)?/, '') + search;
    requests.push({ line: `${method} ${path} ${response.status}`, authorization: headers['Authorization'] });
    return response;
  };
  const app = new App({ id: DIRECTORY_APP_ID, baseUrl: server.baseUrl, fetch: recordingFetch });

  return {
    server,
    app,
    time,
    outbox,
    requests,
    lines: () => requests.map(({ line }) => line),
    async signUp(name: string): Promise<{ email: string; password: string; user: User }> {
      const email = `${name}@example.com`;
      const password = canary(name, 'password');
      await app.emailPasswordAuth.registerUser({ email, password });
      return { email, password, user: await app.logIn(Credentials.emailPassword(email, password)) };
    },
  };
}

export type RealmWeb = Awaited<ReturnType<typeof startRealmWeb>>;

/** The error of the service with which the action fails. */
export async function failureOf(action: Promise<unknown>): Promise<MongoDBRealmError> {
  const cause: unknown = await action.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (cause instanceof MongoDBRealmError) return cause;
  throw new Error(`Expected an error of the service, got ${String(cause)}`);
}

/** The same in one line: `401 InvalidPassword: unauthorized`. */
export async function refusalOf(action: Promise<unknown>): Promise<string> {
  const { statusCode, errorCode, error } = await failureOf(action);
  return `${statusCode} ${errorCode}: ${error}`;
}
