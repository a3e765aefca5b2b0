import type { Services } from '../ports.ts';
import type { ServiceId } from '../users/user.ts';

/** May anybody log in there? A removed service is kept for what waits to be revoked, and for nothing else. */
export const isOffered = (services: Services, id: ServiceId): boolean =>
  services.list().some((service) => service.id === id);

/** Does logging in there prove who somebody is? A website's page tells nothing. */
export const canProveAt = (services: Services, id: ServiceId): boolean =>
  services.list().some((service) => service.id === id && service.kind !== 'website');
