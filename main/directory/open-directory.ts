import { createAdmin } from './admin.ts';
import type { DirectoryAdmin } from './admin.ts';
import type { DirectoryConfiguration } from './configuration.ts';
import { createDirectoryApp } from './directory-app.ts';
import type { DirectoryApp } from './directory-app.ts';
import { openDatabase } from './database.ts';
import type { DatabaseOptions, DatabaseRefusal } from './database.ts';
import type { NotebookFolders } from './notebook-folders.ts';
import type { Passwords } from './passwords.ts';
import type { Clock, DirectoryLog, Random } from './ports.ts';
import { createStore } from './store.ts';
import type { DirectoryStore } from './store.ts';
import { createTokens } from './tokens.ts';

export interface OpenDirectoryOptions {
  readonly database: DatabaseOptions;
  /** 32 bytes. Sessions outlive a restart only under the same key. */
  readonly signingKey: Uint8Array;
  /** Closed with the directory. */
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: DirectoryLog;
  readonly configuration?: DirectoryConfiguration;
  /** From `notebookFolders`, asked by the entry. Without it there is no page. */
  readonly notebook?: NotebookFolders | undefined;
}

export interface Directory {
  readonly app: DirectoryApp;
  readonly store: DirectoryStore;
  readonly admin: DirectoryAdmin;
  close(): Promise<void>;
}

export type OpenedDirectory =
  | { readonly kind: 'opened'; readonly directory: Directory }
  | { readonly kind: 'refused'; readonly reason: DatabaseRefusal };

/** Puts the directory together over its database; both entries start here. */
export function openDirectory(options: OpenDirectoryOptions): OpenedDirectory {
  const { clock, random, log, signingKey, passwords, configuration = {}, notebook } = options;
  const opened = openDatabase(options.database);
  if (opened.kind === 'refused') return opened;
  const store = createStore(opened.database);
  const tokens = createTokens({ signingKey, clock, random });
  const parts = { store, passwords, tokens, clock, random, log, configuration, notebook };
  const app = createDirectoryApp(parts);
  return {
    kind: 'opened',
    directory: {
      app,
      store,
      admin: createAdmin({ store, clock }),
      async close() {
        await passwords.close();
        store.close();
      },
    },
  };
}
