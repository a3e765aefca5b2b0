import type { KeyWrapping, Protection, Unwrapped, Wrapped } from './key-wrapping.ts';

/** What is used of Electron's `safeStorage`: the async API only (the other is gone in Electron 46). */
export interface AsyncSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(blob: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
}

export interface SafeStorageWrappingOptions {
  readonly safeStorage: AsyncSafeStorage;
  readonly platform: NodeJS.Platform;
  readonly electronVersion: string;
  readonly whenReady: () => Promise<unknown>;
  /** Resolves after that many milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
}

/** Is no secret. */
const probe = 'hotseat';

/** A key store that has not answered by then counts as none, for now. */
const answerWithinMs = 10_000;
const encryptorReadyAfterMs = 2_000;

/**
 * Keys wrapped by Electron's `safeStorage`. On Linux it fails open: with the key store missing or locked it says
 * that it is available and encrypts under a public constant. Only what it makes tells: such a blob begins `v10`.
 * On macOS and Windows `v10` is the normal beginning.
 */
export class SafeStorageWrapping implements KeyWrapping {
  readonly #options: SafeStorageWrappingOptions;
  readonly #listeners = new Set<(protection: Protection) => void>();
  readonly #firstCheck: Promise<Protection>;
  #protection: Protection = { kind: 'checking' };
  /** Calls that have not been answered yet, past their time: until they are, no other would be. */
  #unanswered = 0;

  constructor(options: SafeStorageWrappingOptions) {
    this.#options = options;
    this.#firstCheck = this.#startWhenReady();
  }

  protection(): Protection {
    return this.#protection;
  }

  subscribe(listener: (protection: Protection) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Also opens again what it sealed: a key store that takes a key and does not give it back keeps nothing. */
  async checkAgain(): Promise<Protection> {
    await this.#firstCheck;
    const protection = await this.#check();
    if (protection.kind !== 'protected') return protection;
    const blob = await this.#encrypt(probe);
    const opened = blob && (await this.#answered(() => this.#options.safeStorage.decryptStringAsync(blob)));
    return opened?.result === probe ? protection : this.#become({ kind: 'unprotected' });
  }

  async wrap(text: string): Promise<Wrapped> {
    const { kind } = await this.#firstCheck.then(() => this.#protection);
    if (kind !== 'protected') return { kind: 'unprotected' };
    const blob = await this.#encrypt(text);
    if (blob) return { kind: 'wrapped', blob };
    this.#become({ kind: 'unprotected' });
    return { kind: 'unprotected' };
  }

  async unwrap(blob: Uint8Array): Promise<Unwrapped> {
    await this.#firstCheck;
    const bytes = Buffer.from(blob);
    // Hotseat writes no such blob on Linux, and anybody could.
    if (this.#isUnderPublicKey(bytes)) return { kind: 'unavailable' };
    const opened = await this.#answered(() => this.#options.safeStorage.decryptStringAsync(bytes));
    return opened
      ? { kind: 'unwrapped', text: opened.result, shouldWrapAgain: opened.shouldReEncrypt }
      : { kind: 'unavailable' };
  }

  async #startWhenReady(): Promise<Protection> {
    const { electronVersion, whenReady, wait } = this.#options;
    await whenReady();
    // Electron 42.0.0 to 42.4.0 crash when a call waits while the encryptor starts (electron 42.4.1 has the fix).
    if (crashesOnPendingCall(electronVersion)) await wait(encryptorReadyAfterMs);
    return this.#check();
  }

  async #check(): Promise<Protection> {
    const blob = await this.#encrypt(probe);
    return this.#become(blob ? { kind: 'protected', by: this.#protector() } : { kind: 'unprotected' });
  }

  /** Undefined where the outcome would protect nothing. */
  async #encrypt(text: string): Promise<Buffer | undefined> {
    const blob = await this.#answered(async () => {
      const { safeStorage } = this.#options;
      return (await safeStorage.isAsyncEncryptionAvailable())
        ? safeStorage.encryptStringAsync(text)
        : undefined;
    });
    return blob && blob.length > 3 && !this.#isUnderPublicKey(blob) ? blob : undefined;
  }

  #isUnderPublicKey(blob: Buffer): boolean {
    return this.#options.platform === 'linux' && blob.toString('latin1', 0, 3) === 'v10';
  }

  #protector(): 'keychain' | 'dataProtection' | 'secretService' {
    const { platform } = this.#options;
    if (platform === 'darwin') return 'keychain';
    return platform === 'win32' ? 'dataProtection' : 'secretService';
  }

  /** Undefined for an error, and where there is no answer in time. An answer that comes late starts a new check. */
  async #answered<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (this.#unanswered > 0) return undefined;
    let isLate = false;
    const answer = Promise.resolve()
      .then(ask)
      .catch(() => undefined)
      .finally(() => {
        if (!isLate) return;
        this.#unanswered -= 1;
        if (this.#unanswered === 0) void this.#check();
      });
    const timeout = this.#options.wait(answerWithinMs).then(() => undefined);
    const isAnswered = await Promise.race([answer.then(() => true), timeout.then(() => false)]);
    if (isAnswered) return answer;
    isLate = true;
    this.#unanswered += 1;
    return undefined;
  }

  #become(protection: Protection): Protection {
    const hasChanged = protection.kind !== this.#protection.kind;
    this.#protection = protection;
    if (hasChanged) for (const listener of this.#listeners) listener(protection);
    return protection;
  }
}

const crashesOnPendingCall = (electronVersion: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = electronVersion
    .split('.')
    .map((part) => Number.parseInt(part, 10));
  return major === 42 && (minor < 4 || (minor === 4 && patch < 1));
};
