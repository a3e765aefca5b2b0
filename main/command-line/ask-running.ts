import { connect, type Socket } from 'node:net';
import {
  terminalAnswerSchema,
  type TerminalAnswer,
  type TerminalRequest,
} from '../../app/launch/terminal-answer.ts';
import type { TerminalCommand } from '../../app/launch/terminal-commands.ts';
import { isOwnSocket } from '../storage/own-socket.ts';
import { parsedLine, readLine } from './line.ts';

/** A list of ten thousand accounts has two million. */
const answerLimitBytes = 64 * 1024 * 1024;
/** A removal of an account with much stored takes its time. */
const answerWithinMs = 120_000;

export type Asked =
  | { readonly kind: 'answer'; readonly answer: TerminalAnswer }
  /** Nobody listens: nothing was sent. */
  | { readonly kind: 'absent' }
  /** The socket may be somebody else's: nothing was sent. */
  | { readonly kind: 'notOwn' };

/** Asks the Hotseat that runs. Only before anything was sent it says that there is none, so that nothing is done twice. */
export const askRunning = async (
  path: string,
  platform: NodeJS.Platform,
  command: TerminalCommand,
): Promise<Asked> => {
  if (platform !== 'win32') {
    try {
      if (!isOwnSocket(path)) return { kind: 'notOwn' };
    } catch {
      return { kind: 'absent' };
    }
  }
  const socket = await connected(path);
  if (!socket) return { kind: 'absent' };
  const request: TerminalRequest = { protocol: 1, command };
  socket.write(`${JSON.stringify(request)}\n`);
  const read = await readLine(socket, { limitBytes: answerLimitBytes, withinMs: answerWithinMs });
  socket.destroy();
  const answer = terminalAnswerSchema.safeParse(read.kind === 'line' ? parsedLine(read.text) : undefined);
  return { kind: 'answer', answer: answer.success ? answer.data : { kind: 'notUnderstood' } };
};

const connected = (path: string): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => resolve(socket));
  });
