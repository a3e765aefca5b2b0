import { succeed, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { DurableFile } from './durable-file.ts';
import type { Sealing } from './sealing.ts';

/** `unavailable`: there is one, but it does not open now. */
export type ReadSecret =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable' };

export interface SecretFileOptions {
  readonly directory: string;
  /** Names the file, and is what the secret is bound to. */
  readonly name: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

/** One secret of Hotseat's own at rest, as the directory's signing key. Never erased, and never lost to a locked key store. */
export class SecretFile {
  readonly #name: string;
  readonly #sealing: Sealing;
  readonly #file: DurableFile;

  constructor({ directory, name, sealing, clock }: SecretFileOptions) {
    this.#name = name;
    this.#sealing = sealing;
    this.#file = new DurableFile({ directory, name, clock, keepsPrevious: false });
  }

  async read(): Promise<ReadSecret> {
    const reading = this.#file.read();
    if (reading.kind === 'absent') return reading;
    if (reading.kind === 'lost') return { kind: 'unavailable' };
    const opened = await this.#sealing.open(this.#name, reading.value);
    if (opened.kind === 'unavailable') return opened;
    if (opened.shouldSealAgain) await this.#seal(opened.plaintext);
    return { kind: 'secret', secret: opened.plaintext };
  }

  /** `memory`: not written, because nothing protects it here, or because another one is there that does not open now. */
  async write(secret: string): Promise<Outcome<'disk' | 'memory'>> {
    const { kind } = await this.read();
    return kind === 'unavailable' ? succeed('memory') : this.#seal(secret);
  }

  /** What is there is moved aside, so that another may be written. */
  setAside(): Promise<Outcome<void>> {
    return this.#file.quarantine();
  }

  async #seal(secret: string): Promise<Outcome<'disk' | 'memory'>> {
    const sealed = await this.#sealing.seal(this.#name, secret);
    if (sealed.kind === 'unprotected') return succeed('memory');
    const written = await this.#file.write(sealed.envelope);
    return written.ok ? succeed('disk') : written;
  }
}
