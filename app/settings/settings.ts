import { z } from 'zod';
import { spokenLanguages } from '../text/language.ts';
import { switchingRuleSchema } from '../desk/switching-rule.ts';
import { keyChoicesSchema } from '../surfaces/key-bindings.ts';

/** How much is written to the log: lines of that level and of those before it. */
export const logLevelSchema = z.enum(['error', 'warn', 'info', 'debug']);
export type LogLevel = z.infer<typeof logLevelSchema>;

/** What the owner of this computer has chosen. */
export const settingsSchema = z.strictObject({
  /** How many workspaces stay alive, by recent use; others come back by restoring where they were. */
  liveWorkspaces: z.int().min(1).max(16),
  /** Who is active after the person's own log out or removal of the active user. */
  succession: z.enum(['mostRecent', 'nobody']),
  /** May Hotseat look for newer versions by itself? A person’s own check is theirs in any case. */
  checkForUpdates: z.boolean(),
  /** What it takes to move to another account. */
  switching: switchingRuleSchema,
  /** Minutes without the person until everybody who can be is locked; 0 for never. */
  lockAfterMinutes: z.int().min(0).max(480),
  /** Is everybody locked when the computer is locked or sleeps? */
  locksWithComputer: z.boolean(),
  /** Where moving is free: do pages of locked accounts stay, stopped and out of sight, instead of being closed? */
  keepsLockedPages: z.boolean(),
  /** Attempts to unlock in vain until the account is logged out. */
  unlockAttempts: z.int().min(5).max(20),
  /** Does the list show the accounts of each service together? */
  groupsByService: z.boolean(),
  /** Is it written down who did what? */
  keepsAudit: z.boolean(),
  /** Is the window kept out of pictures of the screen, where the system can do that? */
  hidesFromCapture: z.boolean(),
  /** Keys that were chosen for commands, in place of their own. */
  keys: keyChoicesSchema,
  /** Does Hotseat start, without its window, when the person logs in to the computer? */
  startsAtLogin: z.boolean(),
  /** Is there an icon in the tray, or in the menu bar, while Hotseat runs? */
  showsTray: z.boolean(),
  /** Does closing the window only hide it? The tray is there then in any case. */
  keepsRunning: z.boolean(),
  /** Are the first accounts named where the system keeps a menu for the icon, in a file of its own? */
  namesAccountsInIconMenu: z.boolean(),
  /** What Hotseat speaks. */
  language: z.enum(['system', ...spokenLanguages]),
  /** Which colours the window and the pages of workspaces are asked to have. */
  theme: z.enum(['system', 'light', 'dark']),
  /** Stronger text and lines in the window, whatever the system says. */
  hasHighContrast: z.boolean(),
  /** Size of the window’s text; the zoom of the window comes on top. */
  textPercent: z.int().min(100).max(200),
  logLevel: logLevelSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  liveWorkspaces: 4,
  succession: 'mostRecent',
  checkForUpdates: true,
  switching: 'free',
  lockAfterMinutes: 0,
  locksWithComputer: false,
  keepsLockedPages: false,
  unlockAttempts: 10,
  groupsByService: false,
  keepsAudit: false,
  hidesFromCapture: false,
  keys: {},
  startsAtLogin: false,
  showsTray: true,
  keepsRunning: false,
  namesAccountsInIconMenu: false,
  language: 'system',
  theme: 'system',
  hasHighContrast: false,
  textPercent: 100,
  logLevel: 'info',
};
