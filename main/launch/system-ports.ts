import { randomInt, randomUUID } from 'node:crypto';
import type { Clock, Random } from '../../app/ports.ts';
import { userIdSchema } from '../../app/users/user.ts';

export const systemClock: Clock = { nowMs: () => Date.now() };

export const systemRandom: Random = {
  newUserId: () => userIdSchema.parse(randomUUID()),
  newOpaqueId: () => randomUUID(),
  fraction: () => randomInt(2 ** 47) / 2 ** 47,
};
