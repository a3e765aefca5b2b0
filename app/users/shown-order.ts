import type { ServiceId, UserId } from './user.ts';

/** What the order on screen follows from. A user never changes its service. */
export interface Listed {
  /** The person's own. */
  readonly order: readonly UserId[];
  readonly users: ReadonlyMap<UserId, { readonly serviceId: ServiceId }>;
  readonly services: readonly { readonly id: ServiceId }[];
}

export interface ServiceGroup {
  readonly serviceId: ServiceId;
  /** In the person's own order. */
  readonly userIds: readonly UserId[];
}

/** The users of each service that has any: services in their own order, then those that are lost. */
export const groupsByService = ({ order, users, services }: Listed): readonly ServiceGroup[] => {
  const groups = new Map<ServiceId, UserId[]>(services.map(({ id }) => [id, []]));
  for (const id of order) {
    const user = users.get(id);
    if (!user) continue;
    const group = groups.get(user.serviceId);
    if (group) group.push(id);
    else groups.set(user.serviceId, [id]);
  }
  return Array.from(groups, ([serviceId, userIds]) => ({ serviceId, userIds })).filter(
    ({ userIds }) => userIds.length > 0,
  );
};

/** The order on screen: what the list shows from top to bottom, and what digits and menus count. */
export const shownOrder = (listed: Listed, isGrouped: boolean): readonly UserId[] =>
  isGrouped ? groupsByService(listed).flatMap(({ userIds }) => userIds) : listed.order;
