import { z } from 'zod';
import { parseVersioned, type Parsed, type Upgrades } from '../users/stored-registry.ts';
import { defaultSettings, settingsSchema, type Settings } from './settings.ts';

/** Format version of the file; a higher one was written by a newer Hotseat and is left alone. */
export const settingsVersion = 1;

/** What is missing has its default, so that a new setting needs no new version. */
const storedSettingsSchema = z.object({
  version: z.literal(settingsVersion),
  settings: settingsSchema.partial().transform((part): Settings => ({ ...defaultSettings, ...part })),
});
type StoredSettings = z.infer<typeof storedSettingsSchema>;

const upgrades: Upgrades = {};

export const parseSettings = (raw: unknown): Parsed<StoredSettings> =>
  parseVersioned(raw, { schema: storedSettingsSchema, version: settingsVersion, upgrades });

export const storedSettings = (settings: Settings): StoredSettings => ({
  version: settingsVersion,
  settings,
});
