import { createAppServicesClient } from '../../app/identity/app-services/app-services-client.ts';
import type { Device } from '../../app/identity/app-services/device.ts';
import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import type { IdentityProvider } from '../../app/identity/identity-provider.ts';
import { directoryService } from '../../app/identity/service.ts';
import type { Clock, Services } from '../../app/ports.ts';
import type { ServiceId } from '../../app/users/user.ts';
import { DIRECTORY_APP_ID } from '../directory/directory-app-id.ts';
import { DIRECTORY_ORIGIN } from '../directory/directory-origin.ts';

export interface ServicesOptions {
  readonly directoryTransport: HttpTransport;
  readonly device: Device;
  readonly clock: Clock;
}

/** The services of this computer: so far the directory alone. */
export const createServices = ({ directoryTransport, device, clock }: ServicesOptions): Services => {
  const directory = createAppServicesClient({
    appId: DIRECTORY_APP_ID,
    baseUrl: () => DIRECTORY_ORIGIN,
    device,
    transport: directoryTransport,
    clock,
  });
  const providers = new Map<ServiceId, IdentityProvider>([[directoryService.id, directory]]);
  return { list: () => [directoryService], providerOf: (id) => providers.get(id) };
};
