import type { KeyWrapping, Protection, Unwrapped, Wrapped } from '../key-wrapping.ts';

/** A key store in memory that a test can lock, replace or take away. Its blobs are only reversed, not encrypted. */
export class FakeKeyWrapping implements KeyWrapping {
  isProtected = true;
  isLocked = false;
  shouldWrapAgain = false;
  /** Another key store opens nothing of this one. */
  storeName = 'first';
  wrapCount = 0;
  /** Awaited by every wrap. */
  beforeWrap: () => Promise<void> = () => Promise.resolve();

  protection(): Protection {
    return this.isProtected ? { kind: 'protected', by: 'secretService' } : { kind: 'unprotected' };
  }

  subscribe(): () => void {
    return () => undefined;
  }

  checkAgain(): Promise<Protection> {
    return Promise.resolve(this.protection());
  }

  async wrap(text: string): Promise<Wrapped> {
    await this.beforeWrap();
    if (!this.isProtected) return { kind: 'unprotected' };
    this.wrapCount += 1;
    return { kind: 'wrapped', blob: Buffer.from(`${this.storeName}|${reversed(text)}`) };
  }

  async unwrap(blob: Uint8Array): Promise<Unwrapped> {
    const [name, text] = Buffer.from(blob).toString('utf8').split('|');
    if (this.isLocked || name !== this.storeName || text === undefined) return { kind: 'unavailable' };
    return { kind: 'unwrapped', text: reversed(text), shouldWrapAgain: this.shouldWrapAgain };
  }
}

const reversed = (text: string): string => text.split('').toReversed().join('');
