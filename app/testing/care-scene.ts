import { succeed, type Outcome } from '../outcome.ts';
import type { Session } from '../sessions/session.ts';
import type { User, UserId } from '../users/user.ts';
import { createManualTimers } from './manual-timers.ts';
import { removalScene, someSession } from './removal-scene.ts';

type SceneOptions = NonNullable<Parameters<typeof removalScene>[1]>;

/** What those who care for sessions work with, and a note of what they asked of it, and when. */
export const careScene = (
  users: readonly User[],
  {
    fraction = 0,
    with: withPorts,
    ...options
  }: SceneOptions & {
    /** What chance comes to. */
    readonly fraction?: number;
  } = {},
) => {
  const timers = createManualTimers();
  const startedAtMs = 1_000_000;
  const time = { nowMs: startedAtMs };
  /** Of all timers that were set. */
  const delays: number[] = [];
  const parts = removalScene(users, {
    ...options,
    with: (usual) => ({
      clock: { nowMs: () => time.nowMs },
      timers: {
        after: (delayMs, run) => {
          delays.push(delayMs);
          return timers.after(delayMs, run);
        },
      },
      random: { ...usual.random, fraction: () => fraction },
      ...withPorts?.(usual),
    }),
  });
  /** Whose sessions were to be refreshed. */
  const renewed: UserId[] = [];
  const renewedAfterMs: number[] = [];
  const service = { refresh: async (_userId: UserId): Promise<Outcome<Session>> => succeed(someSession) };
  const renew = (userId: UserId) => {
    renewed.push(userId);
    renewedAfterMs.push(time.nowMs - startedAtMs);
    return service.refresh(userId);
  };
  /** Of whom it was told, event by event. */
  const heard: (readonly UserId[])[] = [];
  parts.kept.subscribe(({ users: told }) => heard.push(told));
  /** Time goes by, for the clock and for the timers alike. */
  const pass = (ms: number) => timers.advance(ms, (stepMs) => (time.nowMs += stepMs));
  return { ...parts, timers, time, delays, service, renew, renewed, renewedAfterMs, heard, pass };
};
