import { z } from 'zod';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { userIdSchema, type UserId } from './user.ts';
import type { UserRegistry } from './user-registry.ts';

/** Where in the list: told by a neighbour, so that it means the same in a list that shows groups. */
export const listPlaceSchema = z.strictObject({ side: z.enum(['before', 'after']), userId: userIdSchema });
export type ListPlace = z.infer<typeof listPlaceSchema>;

/** The person's own reordering, the only thing that changes the order of those who stay. */
export const moved = (registry: UserRegistry, id: UserId, place: ListPlace): Outcome<UserRegistry> => {
  const { users, order } = registry;
  if (!users.has(id) || !users.has(place.userId)) return fail({ code: 'userNotFound' });
  if (id === place.userId) return succeed(registry);
  const others = order.filter((other) => other !== id);
  const index = others.indexOf(place.userId) + (place.side === 'after' ? 1 : 0);
  if (order[index] === id) return succeed(registry);
  return succeed({ ...registry, order: others.toSpliced(index, 0, id) });
};
