import fs from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Timers } from '../../app/ports.ts';
import type { ActingUsers } from '../../app/sessions/token-door.ts';
import type { UserId } from '../../app/users/user.ts';
import { isShortEnough, makeOwnFolder, removeSocket } from '../storage/own-socket.ts';
import { unlinkIfThere } from '../storage/private-directory.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import type { TokenGrants } from './token-grants.ts';

export interface TokenHandOutOptions {
  readonly users: Pick<ActingUsers, 'bearerOf'>;
  readonly grants: TokenGrants;
  readonly timers: Timers;
  /** Where the socket may be; the first whose path is short enough is taken. Each has a folder of its own. */
  readonly socketPaths: readonly string[];
}

/** As many answers in a minute, right or wrong. */
const answersPerMinute = 120;
const minuteMs = 60_000;

/**
 * Hands a user's token, as a header line, to a command that the person has copied and runs on this computer. The
 * socket is in a folder that nobody else may enter; a grant is good for one user and a while. Nothing of it is
 * logged.
 */
export class TokenHandOut {
  readonly #options: TokenHandOutOptions;
  #opening: Promise<Outcome<string>> | undefined;
  #server: Server | undefined;
  #path: string | undefined;
  #answers = 0;
  #stopMinute: (() => void) | undefined;

  constructor(options: TokenHandOutOptions) {
    this.#options = options;
  }

  /** Opens the socket with the first grant. Fails with `storageUnavailable` where none can be. */
  async grant(userId: UserId): Promise<Outcome<{ readonly socketPath: string; readonly grant: string }>> {
    this.#opening ??= this.#open();
    const opened = await this.#opening;
    if (opened.ok) return succeed({ socketPath: opened.value, grant: this.#options.grants.make(userId) });
    this.#opening = undefined;
    return opened;
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = Promise.resolve(fail({ code: 'cancelled' }));
    await opening;
    this.#options.grants.drop();
    this.#stopMinute?.();
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    if (this.#path !== undefined) removeSocket(this.#path);
  }

  async #open(): Promise<Outcome<string>> {
    const path = this.#options.socketPaths.find(isShortEnough);
    if (path === undefined) return fail({ code: 'storageUnavailable', problem: 'failed' });
    try {
      makeOwnFolder(dirname(path));
      // Of a run that was killed; there is one Hotseat for a profile, so nobody listens there.
      unlinkIfThere(path);
      const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
        void this.#answer(request, response).catch(() => say(response, 500));
      });
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(path, resolve);
      });
      fs.chmodSync(path, 0o600);
      this.#server = server;
      this.#path = path;
      return succeed(path);
    } catch (cause) {
      return storageFailure(cause);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#mayAnswer()) return say(response, 429);
    if (request.method !== 'GET') return say(response, 405);
    const grant = /([\w-]+)$/.exec(request.url ?? '')?.[1] ?? '';
    const userId = this.#options.grants.userOf(grant);
    if (userId === undefined) return say(response, 404);
    const token = await this.#options.users.bearerOf(userId);
    // The user may have left while the token was fetched.
    if (this.#options.grants.userOf(grant) === undefined) return say(response, 404);
    return token.ok && !/[\r\n]/.test(token.value)
      ? say(response, 200, `Authorization: Bearer ${token.value}\n`)
      : say(response, 503);
  }

  #mayAnswer(): boolean {
    this.#stopMinute ??= this.#options.timers.after(minuteMs, () => {
      this.#answers = 0;
      this.#stopMinute = undefined;
    });
    this.#answers += 1;
    return this.#answers <= answersPerMinute;
  }
}

const say = (response: ServerResponse, status: number, text = ''): void => {
  response.writeHead(status, {
    'content-type': 'text/plain',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(text);
};
