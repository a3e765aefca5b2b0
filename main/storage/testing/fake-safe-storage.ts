import type { AsyncSafeStorage } from '../safe-storage-wrapping.ts';

/** Electron's `safeStorage` as it was seen to behave, with a switch for each of its faults. */
export class FakeSafeStorage implements AsyncSafeStorage {
  /** `v10` on Linux where no key store answers: encrypted under a public constant. */
  prefix = 'v11';
  isAvailable = true;
  isFailing = false;
  shouldReEncrypt = false;
  callCount = 0;
  /** Calls wait for it. */
  answering: Promise<void> = Promise.resolve();

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    this.callCount += 1;
    await this.answering;
    return this.isAvailable;
  }

  async encryptStringAsync(text: string): Promise<Buffer> {
    this.callCount += 1;
    await this.answering;
    if (this.isFailing) throw new Error('Error while encrypting');
    return Buffer.from(`${this.prefix}${text}`);
  }

  async decryptStringAsync(blob: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    this.callCount += 1;
    await this.answering;
    const text = blob.toString('utf8');
    if (this.isFailing || !text.startsWith(this.prefix)) throw new Error('Error while decrypting');
    return { result: text.slice(this.prefix.length), shouldReEncrypt: this.shouldReEncrypt };
  }
}
