import { z } from 'zod';

/** What the owner of this computer has chosen. */
export const settingsSchema = z.strictObject({
  /** How many workspaces stay alive, by recent use; others come back by restoring where they were. */
  liveWorkspaces: z.int().min(1).max(16),
  /** Who is active after the person's own log out or removal of the active user. */
  succession: z.enum(['mostRecent', 'nobody']),
  /** May Hotseat look for newer versions by itself? A person’s own check is theirs in any case. */
  checkForUpdates: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  liveWorkspaces: 4,
  succession: 'mostRecent',
  checkForUpdates: true,
};
