import { createHash } from 'node:crypto';

/** SHA-256, for secrets that are long and random; a password needs argon2id instead. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
