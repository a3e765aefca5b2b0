import { createDirectoryApp } from './directory-app.ts';
import type { DirectoryApp } from './directory-app.ts';
import { openDatabase } from './database.ts';
import type { DatabaseOptions, DatabaseRefusal } from './database.ts';
import { PASSWORD_COSTS } from './password-hash.ts';
import type { PasswordCosts } from './password-hash.ts';
import { createWorkerPasswords } from './passwords.ts';
import type { Clock, DirectoryLog, Random } from './ports.ts';
import { createStore } from './store.ts';
import type { DirectoryStore } from './store.ts';
import { createTokens } from './tokens.ts';

export interface OpenDirectoryOptions {
  readonly database: DatabaseOptions;
  /** 32 bytes. Sessions outlive a restart only under the same key. */
  readonly signingKey: Uint8Array;
  /** From `passwordWorkerUrl`, asked by the entry. */
  readonly workerUrl: URL;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: DirectoryLog;
  readonly passwordCosts?: PasswordCosts;
}

export interface Directory {
  readonly app: DirectoryApp;
  readonly store: DirectoryStore;
  close(): Promise<void>;
}

export type OpenedDirectory =
  | { readonly kind: 'opened'; readonly directory: Directory }
  | { readonly kind: 'refused'; readonly reason: DatabaseRefusal };

/** Jobs of about 80 ms each: the last in a full queue waits under three seconds. */
const PASSWORD_QUEUE_LIMIT = 32;

/** Puts the directory together over its database; both entries start here. */
export function openDirectory(options: OpenDirectoryOptions): OpenedDirectory {
  const { clock, random, log, signingKey, workerUrl } = options;
  const opened = openDatabase(options.database);
  if (opened.kind === 'refused') return opened;
  const store = createStore(opened.database);
  const tokens = createTokens({ signingKey, clock, random });
  const costs = options.passwordCosts ?? PASSWORD_COSTS;
  const passwords = createWorkerPasswords({
    workerUrl,
    random,
    costs,
    log,
    queueLimit: PASSWORD_QUEUE_LIMIT,
  });
  const app = createDirectoryApp({ store, passwords, tokens, clock, random, log });
  return {
    kind: 'opened',
    directory: {
      app,
      store,
      async close() {
        await passwords.close();
        store.close();
      },
    },
  };
}
