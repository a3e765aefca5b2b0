import type { DirectoryMessage } from '../directory/messages.ts';

/** The directory's process, as its host sees it. Nothing but `ForkDirectory` throws. */
export interface DirectoryProcess {
  /** To a process that has ended: dropped. */
  send(message: DirectoryMessage): void;
  /** What comes is not to be trusted before it was parsed. */
  onMessage(listener: (message: unknown) => void): void;
  /** Told once, however the process ended, also where it never came up. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** Starts the built entry of the directory. */
export type ForkDirectory = (modulePath: string) => DirectoryProcess;
