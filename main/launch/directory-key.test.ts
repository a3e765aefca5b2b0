import { describe, expect, it } from 'vitest';
import { done, succeed } from '../../app/outcome.ts';
import type { ReadSecret } from '../storage/secret-file.ts';
import { DirectoryKey } from './directory-key.ts';

/** A place for the key that opens, does not open, or writes nothing. */
const place = (stored?: string) => ({
  stored,
  isOpen: true,
  async read(): Promise<ReadSecret> {
    if (this.stored === undefined) return { kind: 'absent' };
    return this.isOpen ? { kind: 'secret', secret: this.stored } : { kind: 'unavailable' };
  },
  asides: 0,
  async setAside() {
    this.asides += 1;
    this.stored = undefined;
    this.isOpen = true;
    return done;
  },
  async write(secret: string) {
    if (!this.isOpen) return succeed('memory' as const);
    this.stored = secret;
    return succeed('disk' as const);
  },
});

const counting = () => {
  let made = 0;
  return () => new Uint8Array(32).fill((made += 1));
};

describe('the key of the directory', () => {
  it('is the same after a restart', async () => {
    const secret = place();
    const first = await new DirectoryKey(secret, counting()).current();
    expect(await new DirectoryKey(secret, () => new Uint8Array(32)).current()).toEqual(first);
  });

  it('is made once for a run', async () => {
    const key = new DirectoryKey(place(), counting());
    const [one, two] = await Promise.all([key.current(), key.current()]);
    expect(one).toEqual(two);
  });

  it('lives for one run where nothing protects it, and is kept when something does', async () => {
    const secret = place();
    secret.isOpen = false;
    const key = new DirectoryKey(secret, counting());
    const used = await key.current();
    expect(secret.stored).toBeUndefined();
    expect(await key.isStandIn()).toBe(false);
    secret.isOpen = true;
    expect(await key.adopt()).toBe(false);
    expect(await key.current()).toEqual(used);
    expect(secret.stored).toBe(Buffer.from(used).toString('base64'));
  });

  it('has a stand-in while the stored one does not open, and gives way to it', async () => {
    const stored = Buffer.alloc(32, 7);
    const secret = place(stored.toString('base64'));
    secret.isOpen = false;
    const key = new DirectoryKey(secret, counting());
    expect(await key.current()).toEqual(new Uint8Array(32).fill(1));
    expect(await key.isStandIn()).toBe(true);
    expect(await key.adopt()).toBe(false);
    secret.isOpen = true;
    expect(await key.adopt()).toBe(true);
    expect(await key.current()).toEqual(new Uint8Array(stored));
    expect(await key.isStandIn()).toBe(false);
  });

  it('is not asked for by a key store that appears before it was needed', async () => {
    const secret = place();
    expect(await new DirectoryKey(secret, counting()).adopt()).toBe(false);
    expect(secret.stored).toBeUndefined();
  });

  it('gives up one that will not open again, and keeps what stood in for it', async () => {
    const secret = place(Buffer.alloc(32, 7).toString('base64'));
    secret.isOpen = false;
    let told = 0;
    const key = new DirectoryKey(secret, counting(), () => (told += 1));
    const standIn = await key.current();
    expect([told, key.isStandInNow]).toEqual([1, true]);
    expect(await key.beginAnew()).toEqual(done);
    expect([secret.asides, key.isStandInNow, await key.isStandIn()]).toEqual([1, false, false]);
    expect(await key.current()).toEqual(standIn);
    expect(secret.stored).toBe(Buffer.from(standIn).toString('base64'));
    await key.beginAnew();
    expect(secret.asides, 'and never one that opens').toBe(1);
  });
});
