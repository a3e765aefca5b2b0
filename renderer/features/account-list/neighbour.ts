import type { ServiceId, UserId } from '../../../app/contract/bridge.ts';

export type Direction = 'up' | 'down';

interface ListOnScreen {
  readonly order: readonly UserId[];
  readonly users: ReadonlyMap<UserId, { readonly serviceId: ServiceId }>;
  readonly isGrouped: boolean;
}

/** Past whom an account would move by one place; nobody at an end of the list or of its group. */
export const neighbourOf = (
  userId: UserId,
  direction: Direction,
  { order, users, isGrouped }: ListOnScreen,
): UserId | undefined => {
  const index = order.indexOf(userId);
  const neighbour = index < 0 ? undefined : order[index + (direction === 'up' ? -1 : 1)];
  if (neighbour === undefined || !isGrouped) return neighbour;
  return users.get(neighbour)?.serviceId === users.get(userId)?.serviceId ? neighbour : undefined;
};
