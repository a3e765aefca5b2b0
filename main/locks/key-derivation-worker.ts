import { parentPort, workerData } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import type { DerivationJob } from './key-derivation.ts';

const derive = ({ secret, salt, costs, length }: DerivationJob): Promise<Uint8Array> =>
  argon2id({
    password: secret.normalize('NFKC'),
    salt,
    memorySize: costs.memoryKib,
    iterations: costs.iterations,
    parallelism: costs.parallelism,
    hashLength: length,
    outputType: 'binary',
  });

// One job, and then the thread ends with everything that it held.
parentPort?.postMessage(await derive(workerData), []);
