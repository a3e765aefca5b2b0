import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import type { DirectoryAdmin } from './admin.ts';
import type { DirectoryConfiguration } from './configuration.ts';
import type { DatabaseRefusal } from './database.ts';
import type { DirectoryApp } from './directory-app.ts';
import type { NotebookFolders } from './notebook-folders.ts';
import { openDirectory } from './open-directory.ts';
import type { PasswordCosts } from './password-hash.ts';
import { createWorkerPasswords } from './passwords.ts';
import type { Clock, DirectoryLog, Random } from './ports.ts';
import { problems } from './problems.ts';
import { problemResponse } from './responses.ts';
import type { DirectoryStore } from './store.ts';
import { stderrLog, systemClock, systemRandom } from './system-ports.ts';
import { signingKeyBytes } from './signing-key-size.ts';

export interface DirectoryServerOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly workerUrl: URL;
  /** In memory, and gone with the server, unless given. */
  readonly databaseFile?: string;
  /** Fresh unless given: then sessions end with the server. */
  readonly signingKey?: Uint8Array;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: DirectoryLog;
  readonly passwordCosts?: PasswordCosts;
  readonly configuration?: DirectoryConfiguration;
  /** From `notebookFolders`, asked by the entry. Without it there is no page. */
  readonly notebook?: NotebookFolders;
}

export interface DirectoryServer {
  readonly baseUrl: string;
  readonly store: DirectoryStore;
  readonly admin: DirectoryAdmin;
  close(): Promise<void>;
}

export type StartedDirectoryServer =
  | { readonly kind: 'listening'; readonly server: DirectoryServer }
  | { readonly kind: 'refused'; readonly reason: DatabaseRefusal };

const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES: ReadonlySet<string> = new Set([LOOPBACK, 'localhost', '[::1]']);

/** Serves the directory on 127.0.0.1 only. Rejects with Node's error when the port is taken. */
export async function startDirectoryServer(options: DirectoryServerOptions): Promise<StartedDirectoryServer> {
  const { workerUrl, passwordCosts: costs, random = systemRandom, log = stderrLog } = options;
  const passwords = createWorkerPasswords({ workerUrl, random, log, ...(costs && { costs }) });
  const opened = openDirectory({
    database: { file: options.databaseFile ?? ':memory:', ownsFolder: false },
    signingKey: options.signingKey ?? random(signingKeyBytes),
    passwords,
    clock: options.clock ?? systemClock,
    random,
    log,
    configuration: options.configuration ?? {},
    notebook: options.notebook,
  });
  if (opened.kind === 'refused') return opened;
  const { directory } = opened;
  const server = createAdaptorServer({
    fetch: (request) => answerLocal(directory.app, request),
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000 },
  });
  server.listen(options.port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (cause) {
    await directory.close();
    throw cause;
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    kind: 'listening',
    server: {
      baseUrl: `http://${LOOPBACK}:${port}`,
      store: directory.store,
      admin: directory.admin,
      async close() {
        const closed = once(server, 'close');
        server.close();
        if ('closeAllConnections' in server) server.closeAllConnections();
        await closed;
        await directory.close();
      },
    },
  };
}

/**
 * A page of the web can have a name of its own resolve to 127.0.0.1 (DNS rebinding), or post across origins; both
 * show in what the browser adds. Programs send no `Origin`, so no CORS answer is needed.
 */
async function answerLocal(app: DirectoryApp, request: Request): Promise<Response> {
  const isLocal = LOOPBACK_NAMES.has(new URL(request.url).hostname);
  if (!isLocal || request.headers.has('origin')) return problemResponse(problems.foreignCaller);
  return app.fetch(request);
}
