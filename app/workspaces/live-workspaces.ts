import type { UserId } from '../users/user.ts';

/** Users whose workspaces are alive, the one used last first. */
export type LiveWorkspaces = readonly UserId[];

export const usedNow = (live: LiveWorkspaces, userId: UserId): LiveWorkspaces =>
  live[0] === userId ? live : [userId, ...live.filter((other) => other !== userId)];

export const ended = (live: LiveWorkspaces, userId: UserId): LiveWorkspaces =>
  live.includes(userId) ? live.filter((other) => other !== userId) : live;

/** Who has to go, so that at most `limit` stay: those that were used longest ago, and never the active user. */
export const overLimit = (
  live: LiveWorkspaces,
  limit: number,
  activeId: UserId | undefined,
): readonly UserId[] => {
  const kept = new Set(live.filter((userId) => userId === activeId));
  for (const userId of live) {
    if (kept.size >= limit) break;
    kept.add(userId);
  }
  return live.filter((userId) => !kept.has(userId));
};
