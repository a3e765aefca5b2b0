import type { Random } from './ports.ts';

/** Costs of argon2id (RFC 9106). Memory in KiB. */
export interface PasswordCosts {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
export const PASSWORD_COSTS: PasswordCosts = { memoryKib: 19_456, iterations: 2, parallelism: 1 };

export const SALT_BYTES = 16;
export const HASH_BYTES = 32;

const MIN_CHARACTERS = 6;
const MAX_CHARACTERS = 128;

/** Counts characters as people do, not UTF-16 units. */
export function hasAllowedLength(password: string): boolean {
  const count = Array.from(password).length;
  return count >= MIN_CHARACTERS && count <= MAX_CHARACTERS;
}

/** NFKC, so that one password typed on two systems is one password (NIST SP 800-63B, section 5.1.1.2). */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

const prefixOf = (costs: PasswordCosts): string =>
  `$argon2id$v=19$m=${costs.memoryKib},t=${costs.iterations},p=${costs.parallelism}$`;

/** Whether an encoded hash was made with these costs; others are hashed again at the next login. */
export function isCurrentHash(encoded: string, costs: PasswordCosts): boolean {
  return encoded.startsWith(prefixOf(costs));
}

/** A hash that no password has. Checking against it costs what checking a real one costs. */
export function createDecoyHash(random: Random, costs: PasswordCosts): string {
  return `${prefixOf(costs)}${unpadded(random(SALT_BYTES))}$${unpadded(random(HASH_BYTES))}`;
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
