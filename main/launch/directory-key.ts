import { done, type Outcome } from '../../app/outcome.ts';
import type { SecretFile } from '../storage/secret-file.ts';

/**
 * `standIn`: there is a key on disk that does not open now. Until it does, another one serves, so that people
 * can log in; what was signed with the real one is worth nothing under it.
 */
interface HeldKey {
  readonly kind: 'stored' | 'unstored' | 'standIn';
  readonly key: Uint8Array;
}

/** The directory's signing key: kept as sessions are, fresh for each run where nothing protects it. */
export class DirectoryKey {
  readonly #secret: Pick<SecretFile, 'read' | 'write' | 'setAside'>;
  readonly #newKey: () => Uint8Array;
  readonly #onStandIn: () => void;
  #held: Promise<HeldKey> | undefined;
  #isStandInNow = false;

  /** `onStandIn` hears when the stored key has not opened. */
  constructor(
    secret: Pick<SecretFile, 'read' | 'write' | 'setAside'>,
    newKey: () => Uint8Array,
    onStandIn: () => void = () => undefined,
  ) {
    this.#secret = secret;
    this.#onStandIn = onStandIn;
    this.#newKey = newKey;
  }

  async current(): Promise<Uint8Array> {
    return (await this.#hold()).key;
  }

  async isStandIn(): Promise<boolean> {
    return (await this.#hold()).kind === 'standIn';
  }

  /** Is a stand-in serving, as far as is known by now? */
  get isStandInNow(): boolean {
    return this.#isStandInNow;
  }

  /**
   * The stored key will not open again: it is put aside, and the one that serves in its place is kept. What was signed
   * with the old one is worth nothing.
   */
  async beginAnew(): Promise<Outcome<void>> {
    const held = await this.#hold();
    if (held.kind !== 'standIn') return done;
    const aside = await this.#secret.setAside();
    if (!aside.ok) return aside;
    this.#held = this.#store(held.key);
    this.#isStandInNow = false;
    await this.#held;
    return done;
  }

  /** For a key store that has appeared. True when another key holds from now on. */
  async adopt(): Promise<boolean> {
    if (!this.#held) return false;
    const held = await this.#held;
    if (held.kind === 'stored') return false;
    if (held.kind === 'unstored') {
      this.#held = this.#store(held.key);
      return false;
    }
    const read = await this.#secret.read();
    if (read.kind !== 'secret') return false;
    this.#held = Promise.resolve({ kind: 'stored', key: bytesOf(read.secret) });
    this.#isStandInNow = false;
    return true;
  }

  #hold(): Promise<HeldKey> {
    return (this.#held ??= this.#find());
  }

  async #find(): Promise<HeldKey> {
    const read = await this.#secret.read();
    if (read.kind === 'secret') return { kind: 'stored', key: bytesOf(read.secret) };
    if (read.kind === 'absent') return this.#store(this.#newKey());
    this.#isStandInNow = true;
    this.#onStandIn();
    return { kind: 'standIn', key: this.#newKey() };
  }

  async #store(key: Uint8Array): Promise<HeldKey> {
    const written = await this.#secret.write(Buffer.from(key).toString('base64'));
    return { kind: written.ok && written.value === 'disk' ? 'stored' : 'unstored', key };
  }
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
