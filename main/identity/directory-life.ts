import type { Log } from '../../app/ports.ts';
import { directoryReply, type DirectoryStartFailure, type StartMessage } from '../directory/messages.ts';
import { createDirectoryExchange, type DirectoryExchange } from './directory-exchange.ts';
import type { DirectoryProcess } from './directory-process.ts';
import type { Timers } from '../../app/ports.ts';

/** One process, from its start to its end. */
export interface DirectoryLife {
  readonly exchange: DirectoryExchange;
  /** False when it was over before it was ready. */
  readonly ready: Promise<boolean>;
  /** Resolves when the process itself has ended. */
  readonly exited: Promise<void>;
  /** Ends it, and takes it for ended at once: a process that hangs may not notice. */
  discard(): void;
}

export interface DirectoryLifeOptions {
  readonly process: DirectoryProcess;
  readonly start: Omit<StartMessage, 'kind'>;
  readonly timers: Timers;
  readonly log: Log;
  /** It answered a request, so it is sound. */
  readonly onAnswered: () => void;
  /** Told once. A reason says that it never was ready; `neverReady`: it ended or kept silent. */
  readonly onOver: (reason: DirectoryStartFailure | 'neverReady' | undefined) => void;
}

const startTimeoutMs = 10_000;

export const beginDirectoryLife = (options: DirectoryLifeOptions): DirectoryLife => {
  const { process, start, timers, log } = options;
  const exchange = createDirectoryExchange(process);
  let phase: 'starting' | 'ready' | 'over' = 'starting';
  let settleReady: (isReady: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => {
    settleReady = resolve;
  });

  const finish = (reason: DirectoryStartFailure | 'neverReady'): void => {
    if (phase === 'over') return;
    const wasReady = phase === 'ready';
    phase = 'over';
    stopWaiting();
    process.kill();
    exchange.end();
    settleReady(false);
    options.onOver(wasReady ? undefined : reason);
  };
  const stopWaiting = timers.after(startTimeoutMs, () => finish('neverReady'));

  const exited = new Promise<void>((resolve) => {
    process.onExit(() => {
      resolve();
      finish('neverReady');
    });
  });
  process.onMessage((message) => {
    const reply = directoryReply.safeParse(message);
    if (!reply.success) return log.warn('directoryReplyIgnored');
    if (phase === 'over') return;
    switch (reply.data.kind) {
      case 'ready':
        if (phase === 'ready') return;
        phase = 'ready';
        stopWaiting();
        return settleReady(true);
      case 'failed':
        return finish(reply.data.reason);
      case 'response':
        options.onAnswered();
        return exchange.receive(reply.data);
    }
  });
  process.send({ kind: 'start', ...start });
  return { exchange, ready, exited, discard: () => finish('neverReady') };
};
