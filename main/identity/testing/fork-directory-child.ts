import { fork, type ChildProcess } from 'node:child_process';
import type { DirectoryMessage } from '../../directory/messages.ts';
import type { ForkDirectory } from '../directory-process.ts';

export interface ForkedDirectoryChildren {
  readonly fork: ForkDirectory;
  readonly children: readonly ChildProcess[];
  /** Everything that was sent to any of them. */
  readonly sent: readonly DirectoryMessage[];
  /** What they wrote to stdout and stderr. */
  output(): string;
  advanceClock(byMs: number): void;
}

/** Runs the real directory in child processes of Node, for tests without Electron; messages are the same. */
export const createForkedDirectoryChildren = (): ForkedDirectoryChildren => {
  const children: ChildProcess[] = [];
  const sent: DirectoryMessage[] = [];
  let output = '';
  return {
    children,
    sent,
    output: () => output,
    advanceClock: (advanceClockMs) => {
      for (const child of children) if (child.connected) child.send({ advanceClockMs });
    },
    fork: (modulePath) => {
      const child = fork(modulePath, [], {
        env: {},
        execArgv: [],
        serialization: 'advanced',
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      children.push(child);
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (piece: Buffer) => {
          output += piece.toString();
        });
      }
      return {
        send: (message) => {
          sent.push(message);
          if (child.connected) child.send(message);
        },
        onMessage: (listener) => child.on('message', listener),
        onExit: (listener) => child.once('exit', listener),
        kill: () => child.kill(),
      };
    },
  };
};
