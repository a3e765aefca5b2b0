import { randomUUID } from 'node:crypto';
import type { Clock } from '../../app/ports.ts';
import { serviceIdSchema } from '../../app/users/user.ts';
import type { BoundedFetch } from '../network/bounded-fetch.ts';
import { ClientSecrets } from '../services/client-secrets.ts';
import { createInspection } from '../services/inspect-service.ts';
import { KeptServices, type KeptServicesParts } from '../services/kept-services.ts';
import { makeProvider, type ProviderParts } from '../services/make-provider.ts';
import { ServiceStore } from '../services/service-store.ts';
import { sweepLeftovers } from '../storage/leftovers.ts';
import type { Sealing } from '../storage/sealing.ts';
import type { StorageNotice } from '../storage/versioned-reading.ts';

export interface ServicesOptions
  extends Omit<ProviderParts, 'secrets'>, Pick<KeptServicesParts, 'hasAccounts' | 'directoryName'> {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly fetch: BoundedFetch;
}

export interface OpenedServices {
  readonly services: KeptServices;
  readonly secrets: ClientSecrets;
  readonly notices: readonly StorageNotice[];
}

/** Opens what is on disk of the person's services. */
export const openServices = (options: ServicesOptions): OpenedServices => {
  const { directory, clock, fetch, hasAccounts, directoryName, log } = options;
  sweepLeftovers(directory);
  const store = new ServiceStore({ directory, clock });
  const secrets = new ClientSecrets(options);
  const found = store.read();
  const services = new KeptServices({
    store,
    found,
    secrets,
    inspect: createInspection(fetch),
    makeProvider: makeProvider({ ...options, secrets }),
    newServiceId: () => serviceIdSchema.parse(randomUUID()),
    hasAccounts,
    directoryName,
    log,
  });
  return { services, secrets, notices: found.notices };
};
