import fs from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { terminalRequestSchema, type TerminalAnswer } from '../../app/launch/terminal-answer.ts';
import type { TerminalCommand } from '../../app/launch/terminal-commands.ts';
import type { Log } from '../../app/ports.ts';
import { makeOwnFolder, removeSocket } from '../storage/own-socket.ts';
import { unlinkIfThere } from '../storage/private-directory.ts';
import { parsedLine, readLine } from './line.ts';

/** A command is some words; what is longer is none. */
const requestLimitBytes = 16 * 1024;
const requestWithinMs = 5_000;
const connectionLimit = 16;

export interface TerminalServerParts {
  readonly path: string;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  answer(command: TerminalCommand): Promise<TerminalAnswer>;
}

/**
 * Answers terminals of this person, one command a connection. The socket is in a folder that nobody else may enter; on
 * Windows a pipe that only this person may write to takes its place.
 */
export class TerminalServer {
  readonly #parts: TerminalServerParts;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(parts: TerminalServerParts) {
    this.#parts = parts;
  }

  /** Without a socket Hotseat is as good as with one, but for terminals. */
  async listen(): Promise<void> {
    const { path, platform, log } = this.#parts;
    const server = createServer((socket) => void this.#serve(socket));
    server.maxConnections = connectionLimit;
    try {
      if (platform !== 'win32') {
        makeOwnFolder(dirname(path));
        // Of a run that was killed; there is one Hotseat for a profile, so nobody listens there.
        unlinkIfThere(path);
      }
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(path, resolve);
      });
      if (platform !== 'win32') fs.chmodSync(path, 0o600);
      server.on('error', () => log.warn('terminals cannot be answered any more'));
      this.#server = server;
    } catch {
      log.warn('terminals cannot be answered: there is no place for the socket');
    }
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    if (this.#parts.platform !== 'win32') removeSocket(this.#parts.path);
  }

  async #serve(socket: Socket): Promise<void> {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    const read = await readLine(socket, { limitBytes: requestLimitBytes, withinMs: requestWithinMs });
    if (read.kind === 'none') {
      socket.destroy();
      return;
    }
    const request = terminalRequestSchema.safeParse(parsedLine(read.text));
    const answer = request.success
      ? await this.#parts.answer(request.data.command)
      : ({ kind: 'notUnderstood' } as const);
    if (!socket.destroyed) socket.end(`${JSON.stringify(answer)}\n`);
  }
}
