import { closeSync, constants, fchmodSync, openSync, writeSync } from 'node:fs';

/** A token that its owner gets by e-mail, and that nobody else may see. */
export interface Delivery {
  readonly kind: 'confirm' | 'reset';
  readonly email: string;
  readonly token: string;
  readonly tokenId: string;
}

/** Where e-mail goes. There is no mail server: whoever starts the directory says who reads it. */
export interface Outbox {
  deliver(delivery: Delivery): void;
}

export interface MemoryOutbox extends Outbox {
  /** The latest hundred, oldest first. */
  readonly deliveries: () => readonly Delivery[];
}

const MEMORY_LIMIT = 100;

/** For a directory that nobody reads e-mail for. */
export const noOutbox: Outbox = { deliver: () => undefined };

export function createMemoryOutbox(): MemoryOutbox {
  const kept: Delivery[] = [];
  return {
    deliveries: () => [...kept],
    deliver(delivery) {
      kept.push(delivery);
      if (kept.length > MEMORY_LIMIT) kept.shift();
    },
  };
}

/** One JSON line for each delivery, in a file that its owner alone can read (0600). Follows no link. */
export function createFileOutbox(file: string): Outbox {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  return {
    deliver(delivery) {
      const descriptor = openSync(file, O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, 0o600);
      try {
        fchmodSync(descriptor, 0o600);
        writeSync(descriptor, `${JSON.stringify(delivery)}\n`);
      } finally {
        closeSync(descriptor);
      }
    },
  };
}
