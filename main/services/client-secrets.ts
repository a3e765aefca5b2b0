import { done, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import type { ServiceId } from '../../app/users/user.ts';
import { DurableFile } from '../storage/durable-file.ts';
import { refusalOfNewer } from '../storage/newer-envelope.ts';
import type { Sealing } from '../storage/sealing.ts';

export interface ClientSecretsOptions {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

/**
 * Client secrets of issuers at rest: a file for each, sealed for its service; in memory only where storage is
 * unprotected. One that does not open now stays until the person gives another or removes the service.
 */
export class ClientSecrets {
  readonly #options: ClientSecretsOptions;
  readonly #inMemory = new Map<ServiceId, string>();
  /** One after the other: an old secret that is sealed anew must not land on a newer one. */
  readonly #queue = new SerialQueue();

  constructor(options: ClientSecretsOptions) {
    this.#options = options;
  }

  /** Undefined where there is none, or where it does not open now. */
  read(serviceId: ServiceId): Promise<string | undefined> {
    return this.#queue.run(() => this.#read(serviceId));
  }

  write(serviceId: ServiceId, secret: string): Promise<Outcome<void>> {
    return this.#queue.run(() => this.#write(serviceId, secret));
  }

  erase(serviceId: ServiceId): Promise<Outcome<void>> {
    return this.#queue.run(() => {
      this.#inMemory.delete(serviceId);
      return this.#fileOf(serviceId).erase();
    });
  }

  /** Writes those that live in memory, for a key store that has appeared. */
  saveThoseInMemory(): Promise<Outcome<void>> {
    return this.#queue.run(async () => {
      let outcome: Outcome<void> = done;
      for (const [serviceId, secret] of Array.from(this.#inMemory)) {
        const written = await this.#write(serviceId, secret);
        if (!written.ok) outcome = written;
      }
      return outcome;
    });
  }

  async #read(serviceId: ServiceId): Promise<string | undefined> {
    const inMemory = this.#inMemory.get(serviceId);
    if (inMemory !== undefined) return inMemory;
    const reading = this.#fileOf(serviceId).read();
    if (reading.kind !== 'read') return undefined;
    const opened = await this.#options.sealing.open(ownerOf(serviceId), reading.value);
    if (opened.kind === 'unavailable') return undefined;
    if (opened.shouldSealAgain) await this.#write(serviceId, opened.plaintext);
    return opened.plaintext;
  }

  async #write(serviceId: ServiceId, secret: string): Promise<Outcome<void>> {
    const sealed = await this.#options.sealing.seal(ownerOf(serviceId), secret);
    const file = this.#fileOf(serviceId);
    const refusal = refusalOfNewer(file);
    if (refusal) return refusal;
    // What is on disk is another one than this by now.
    const kept = sealed.kind === 'sealed' ? await file.write(sealed.envelope) : await file.erase();
    if (sealed.kind === 'unprotected') this.#inMemory.set(serviceId, secret);
    else if (kept.ok) this.#inMemory.delete(serviceId);
    return kept;
  }

  #fileOf(serviceId: ServiceId): DurableFile {
    const { directory, clock } = this.#options;
    return new DurableFile({ directory, name: `client-secret-${serviceId}`, clock, keepsPrevious: false });
  }
}

const ownerOf = (serviceId: ServiceId): string => `client-secret-${serviceId}`;
