import { randomInt, randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Clock, Random } from '../../app/ports.ts';
import type { Stopwatch } from '../../app/sessions/authorized-request.ts';
import { userIdSchema } from '../../app/users/user.ts';

export const systemClock: Clock = { nowMs: () => Date.now() };

export const systemRandom: Random = {
  newUserId: () => userIdSchema.parse(randomUUID()),
  newOpaqueId: () => randomUUID(),
  fraction: () => randomInt(2 ** 47) / 2 ** 47,
};

/** Since the computer was started, sleep included; setting the clock changes nothing. */
export const uptimeStopwatch: Stopwatch = { elapsedMs: () => uptime() * 1000 };

/** Of this process, without sleep on Linux. */
export const systemStopwatch: Stopwatch = { elapsedMs: () => performance.now() };
