import type { AddedService, KeptService } from '../../app/identity/stored-services.ts';
import type { ServiceId } from '../../app/users/user.ts';

/** Services with something that waits to be revoked there; undefined while that cannot be told. */
export type WaitingServices = ReadonlySet<ServiceId> | undefined;

export interface Retirement {
  readonly staying: readonly KeptService[];
  readonly gone: readonly AddedService[];
  readonly isChange: boolean;
}

/**
 * What becomes of removed services: gone once nothing waits for them, shown again where somebody logged in to one
 * while it was being removed.
 */
export const retirementOf = (
  kept: readonly KeptService[],
  waiting: WaitingServices,
  hasAccounts: (id: ServiceId) => boolean,
): Retirement => {
  const isStaying = ({ service, isRetired }: KeptService): boolean =>
    !isRetired || waiting?.has(service.id) !== false || hasAccounts(service.id);
  const isWanted = ({ service, isRetired }: KeptService): boolean => isRetired && hasAccounts(service.id);
  const staying = kept.filter(isStaying);
  return {
    staying: staying.map((one) => (isWanted(one) ? { ...one, isRetired: false } : one)),
    gone: kept.filter((one) => !isStaying(one)).map(({ service }) => service),
    isChange: staying.length !== kept.length || staying.some(isWanted),
  };
};
