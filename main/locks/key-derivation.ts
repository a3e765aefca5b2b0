/** What argon2id costs (RFC 9106). Stored beside what was derived with it, so that they can rise. */
export interface DerivationCosts {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** Three times OWASP's least memory, at its least time and more: some tenths of a second on an office computer. */
export const currentCosts: DerivationCosts = { memoryKib: 64 * 1024, iterations: 3, parallelism: 1 };

export interface DerivationJob {
  readonly secret: string;
  readonly salt: Uint8Array;
  readonly costs: DerivationCosts;
  /** Bytes. */
  readonly length: number;
}

/** Derives a key from a secret by argon2id, without holding up its caller. Undefined where it could not be done. */
export type DeriveKey = (job: DerivationJob) => Promise<Buffer | undefined>;
