import { createAppServicesClient } from '../../app/identity/app-services/app-services-client.ts';
import type { Device } from '../../app/identity/app-services/device.ts';
import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import type { IdentityProvider } from '../../app/identity/identity-provider.ts';
import type { Service } from '../../app/identity/service.ts';
import { createWebsiteProvider, type SignInPages } from '../../app/identity/website/website-provider.ts';
import type { Clock, Log, Random, Timers } from '../../app/ports.ts';
import { createDirectoryProvider } from '../identity/directory-provider.ts';
import type { SystemBrowser } from '../identity/openid-connect/browser-log-in.ts';
import { createOpenIdConnectProvider } from '../identity/openid-connect/provider.ts';
import type { BoundedFetch } from '../network/bounded-fetch.ts';
import { createHttpTransport } from '../network/http-transport.ts';
import type { ClientSecrets } from './client-secrets.ts';

export interface ProviderParts {
  readonly directoryTransport: HttpTransport;
  readonly fetch: BoundedFetch;
  readonly device: Device;
  readonly secrets: Pick<ClientSecrets, 'read'>;
  readonly browser: SystemBrowser;
  readonly pages: SignInPages;
  readonly random: Pick<Random, 'newUserId' | 'newOpaqueId'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** The client of a service, by its kind. */
export const makeProvider = (parts: ProviderParts): ((service: Service) => IdentityProvider) => {
  const { directoryTransport, fetch, device, secrets, browser, pages, clock, timers, random, log } = parts;
  return (service) => {
    if (service.kind === 'directory')
      return createDirectoryProvider({ transport: directoryTransport, device, clock });
    if (service.kind === 'appServices') {
      const { appId, baseUrl } = service;
      const transport = createHttpTransport(fetch);
      return createAppServicesClient({ appId, baseUrl: () => baseUrl, transport, device, clock });
    }
    if (service.kind === 'website') return createWebsiteProvider({ service, pages, random });
    const clientSecret = () => secrets.read(service.id);
    return createOpenIdConnectProvider({ service, clientSecret, fetch, browser, clock, timers, log });
  };
};
