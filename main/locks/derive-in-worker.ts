import { Worker } from 'node:worker_threads';
import type { DeriveKey } from './key-derivation.ts';

/** A thread for each derivation: the memory that the secret was in goes with it. */
export const deriveInWorker =
  (workerUrl: URL): DeriveKey =>
  (job) =>
    new Promise((settle) => {
      const worker = new Worker(workerUrl, { name: 'key-derivation', execArgv: [], workerData: job });
      worker.once('message', (key: Uint8Array) => settle(Buffer.from(key)));
      // Its reason could quote the secret.
      worker.once('error', () => settle(undefined));
      worker.once('exit', () => settle(undefined));
    });
