import { parentPort } from 'node:worker_threads';
import { argon2id, argon2Verify } from 'hash-wasm';
import type { PasswordJob, PasswordReply } from './password-worker-messages.ts';

// hash-wasm blocks its thread for the whole hash: only this thread may pay for that.
parentPort?.on('message', (job: PasswordJob) => {
  void run(job).then((reply) => parentPort?.postMessage(reply, []));
});

async function run(job: PasswordJob): Promise<PasswordReply> {
  try {
    if (job.kind === 'verify') {
      return { kind: 'verified', matches: await argon2Verify({ password: job.password, hash: job.encoded }) };
    }
    const encoded = await argon2id({
      password: job.password,
      salt: job.salt,
      memorySize: job.costs.memoryKib,
      iterations: job.costs.iterations,
      parallelism: job.costs.parallelism,
      hashLength: job.hashBytes,
      outputType: 'encoded',
    });
    return { kind: 'hashed', encoded };
  } catch {
    // The reason could quote the password or the hash.
    return { kind: 'failed' };
  }
}
