import type { DirectoryMessage, DirectoryReply, RequestMessage } from '../../directory/messages.ts';
import type { DirectoryProcess } from '../directory-process.ts';

/** A process that is played by the test: it does nothing but remember. */
export interface FakeDirectoryProcess extends DirectoryProcess {
  readonly sent: DirectoryMessage[];
  readonly requests: () => readonly RequestMessage[];
  readonly killCount: () => number;
  say(reply: DirectoryReply): void;
  sayAnything(message: unknown): void;
  exit(): void;
}

export const createFakeDirectoryProcess = ({ diesWhenKilled = true } = {}): FakeDirectoryProcess => {
  const sent: DirectoryMessage[] = [];
  const onMessage: ((message: unknown) => void)[] = [];
  const onExit: (() => void)[] = [];
  let kills = 0;
  const sayAnything = (message: unknown) => {
    for (const listener of onMessage) listener(message);
  };
  const exit = () => {
    for (const listener of onExit.splice(0)) listener();
  };
  return {
    sent,
    requests: () => sent.filter((message) => message.kind === 'request'),
    killCount: () => kills,
    say: sayAnything,
    sayAnything,
    exit,
    send: (message) => {
      sent.push(message);
    },
    onMessage: (listener) => {
      onMessage.push(listener);
    },
    onExit: (listener) => {
      onExit.push(listener);
    },
    kill: () => {
      kills += 1;
      if (diesWhenKilled) exit();
    },
  };
};
