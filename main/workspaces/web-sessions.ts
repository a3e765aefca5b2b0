import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, session, type Session } from 'electron';
import type { RemovalResult } from '../../app/contract/removal-views.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Log } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { partitionOf } from './workspace-session.ts';

export interface ErasedStep {
  readonly subject: 'webStorage' | 'webCache';
  readonly result: RemovalResult;
}

export interface WebSessionsParts {
  /** Where Electron keeps the folders of web sessions. */
  readonly partitionsFolder: string;
  /** Has this run opened it? Then it may be in memory only. */
  isOpen(userId: UserId): boolean;
  readonly log: Log;
}

/** Ends and erases what web pages have kept of an account, whether or not its session was opened in this run. */
export class WebSessions {
  readonly #parts: WebSessionsParts;

  constructor(parts: WebSessionsParts) {
    this.#parts = parts;
  }

  /** Log out: cookies, passwords of pages and connections go; what pages stored stays. Close the view before. */
  async endWebSession(userId: UserId): Promise<Outcome<void>> {
    const own = await this.#existing(userId);
    if (!own) return done;
    try {
      await own.closeAllConnections();
      await own.clearAuthCache();
      await own.clearStorageData({ storages: ['cookies'] });
      await own.clearHostResolverCache();
      await own.cookies.flushStore();
      if ((await own.cookies.get({})).length === 0) return done;
      this.#parts.log.warn('cookies were still there after a log out');
    } catch {
      this.#parts.log.warn('a web session could not be ended');
    }
    return fail({ code: 'storageUnavailable', problem: 'failed' });
  }

  /**
   * Removal: everything goes, and is looked for again. Close the view before, delete the folder after; where only
   * the folder is there, opening it would keep Chromium writing to it, so it is left for that.
   */
  async eraseWebSession(userId: UserId): Promise<Outcome<readonly ErasedStep[]>> {
    if (!this.#parts.isOpen(userId)) {
      const result = this.#hasFolder(userId) ? 'atNextStart' : 'empty';
      return succeed([
        { subject: 'webStorage', result },
        { subject: 'webCache', result },
      ]);
    }
    const own = session.fromPartition(partitionOf(userId));
    await own.closeAllConnections().catch(() => undefined);
    return succeed([
      { subject: 'webStorage', result: await this.#tried(() => eraseStorage(own)) },
      { subject: 'webCache', result: await this.#tried(() => eraseCaches(own)) },
    ]);
  }

  /** Undefined where there has never been any, so that none is made to be ended. */
  async #existing(userId: UserId): Promise<Session | undefined> {
    await app.whenReady();
    const isThere = this.#parts.isOpen(userId) || this.#hasFolder(userId);
    return isThere ? session.fromPartition(partitionOf(userId)) : undefined;
  }

  #hasFolder(userId: UserId): boolean {
    return existsSync(join(this.#parts.partitionsFolder, userId));
  }

  async #tried(erase: () => Promise<RemovalResult>): Promise<RemovalResult> {
    try {
      return await erase();
    } catch {
      this.#parts.log.warn('a part of a web session could not be erased');
      return 'failed';
    }
  }
}

const eraseStorage = async (own: Session): Promise<RemovalResult> => {
  // All kinds that Chromium knows, also those that have no name in Electron.
  await own.clearData();
  await own.clearStorageData();
  await own.clearAuthCache();
  own.flushStorageData();
  await own.cookies.flushStore();
  if ((await own.cookies.get({})).length > 0) return 'failed';
  // A worker is unregistered by now, but one that runs ends when Chromium likes, and may write until then.
  const isWorkerRunning = Object.keys(own.serviceWorkers.getAllRunning()).length > 0;
  return isWorkerRunning ? 'atNextStart' : 'erased';
};

const eraseCaches = async (own: Session): Promise<RemovalResult> => {
  const sizeBefore = await own.getCacheSize();
  await own.clearCache();
  await own.clearCodeCaches({});
  await own.clearHostResolverCache();
  await own.clearSharedDictionaryCache();
  const dictionaries = await own.getSharedDictionaryUsageInfo();
  if ((await own.getCacheSize()) > 0 || dictionaries.length > 0) return 'failed';
  return sizeBefore > 0 ? 'erased' : 'empty';
};
