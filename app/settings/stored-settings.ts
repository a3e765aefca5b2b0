import { z } from 'zod';
import { parseVersioned, type Parsed, type Upgrades } from '../users/stored-registry.ts';
import { defaultSettings, settingsSchema, type Settings } from './settings.ts';

/** Format version of the file; a higher one was written by a newer Hotseat and is left alone. */
export const settingsVersion = 4;

/**
 * What is missing has its default. A new setting needs a new version all the same: a Hotseat from before takes a file
 * with a setting that it does not know for a damaged one.
 */
const storedSettingsSchema = z.object({
  version: z.literal(settingsVersion),
  settings: settingsSchema.partial().transform((part): Settings => ({ ...defaultSettings, ...part })),
});
type StoredSettings = z.infer<typeof storedSettingsSchema>;

/** Version 2 has `checkForUpdates`, version 3 what concerns locks, version 4 `keepsLockedPages` and what the window looks like. */
const upgrades: Upgrades = {
  1: (old) => ({ ...old }),
  2: (old) => ({ ...old }),
  3: (old) => ({ ...old }),
};

export const parseSettings = (raw: unknown): Parsed<StoredSettings> =>
  parseVersioned(raw, { schema: storedSettingsSchema, version: settingsVersion, upgrades });

export const storedSettings = (settings: Settings): StoredSettings => ({
  version: settingsVersion,
  settings,
});
