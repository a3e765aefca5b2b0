import type { ServiceId, UserId } from '../../../app/contract/bridge.ts';
import type { UserView } from '../../../app/contract/views.ts';

/** How many accounts each service has on this computer. */
export const accountCounts = (users: ReadonlyMap<UserId, UserView>): ReadonlyMap<ServiceId, number> => {
  const counts = new Map<ServiceId, number>();
  for (const { serviceId } of users.values()) counts.set(serviceId, (counts.get(serviceId) ?? 0) + 1);
  return counts;
};

/** How many names a warning lists before it only counts. */
const mostNamed = 10;

export interface NamedAccounts {
  readonly named: readonly UserView[];
  /** How many more there are. */
  readonly others: number;
}

/** The accounts of one service in the order on screen: the first by name, the rest as a number. */
export const accountsOf = (
  serviceId: ServiceId,
  order: readonly UserId[],
  users: ReadonlyMap<UserId, UserView>,
): NamedAccounts => {
  const own = order.flatMap((id) => {
    const user = users.get(id);
    return user?.serviceId === serviceId ? [user] : [];
  });
  return { named: own.slice(0, mostNamed), others: Math.max(0, own.length - mostNamed) };
};
