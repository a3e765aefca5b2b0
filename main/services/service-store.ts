import { fail, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { parseServices, storedServices, type KeptService } from '../../app/identity/stored-services.ts';
import { DurableFile } from '../storage/durable-file.ts';
import { readVersioned, type StorageNotice } from '../storage/versioned-reading.ts';

export interface FoundServices {
  readonly services: readonly KeptService[];
  readonly notices: readonly StorageNotice[];
}

/** The person's services, in a file of their own. Call `read` first. */
export class ServiceStore {
  readonly #file: DurableFile;
  #isNewer = false;

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.#file = new DurableFile({
      directory,
      clock,
      name: 'services',
      isUsable: (value) => parseServices(value).kind !== 'corrupt',
    });
  }

  /** Changes nothing on disk. */
  read(): FoundServices {
    const { value, isNewer, notices } = readVersioned(this.#file, parseServices, 'services');
    this.#isNewer = isNewer;
    return { services: value?.services ?? [], notices };
  }

  /** `isTakingAway`: the generation before must not bring back what is gone. */
  async save(services: readonly KeptService[], { isTakingAway = false } = {}): Promise<Outcome<void>> {
    if (this.#isNewer) return fail({ code: 'storageUnavailable', problem: 'newerVersion' });
    return this.#file.write(storedServices(services), { bothGenerations: isTakingAway });
  }
}
