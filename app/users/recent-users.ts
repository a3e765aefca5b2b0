import type { UserId } from './user.ts';

/** How many users the recent list remembers: it is written with every switch, so it stays small. */
export const recentLimit = 32;

/** Users by last activity, newest first. */
export type RecentUsers = readonly UserId[];

export const touched = (recent: RecentUsers, id: UserId): RecentUsers =>
  recent[0] === id ? recent : [id, ...recent.filter((other) => other !== id)].slice(0, recentLimit);
