import type { SettingsBook } from '../settings/settings-book.ts';
import type { LevelledLog } from './log.ts';

/** The log says as much as the person wants to know, from the moment they say so. */
export const followLogLevel = (
  log: Pick<LevelledLog, 'setLevel'>,
  settings: Pick<SettingsBook, 'current' | 'subscribe'>,
): void => {
  log.setLevel(settings.current.logLevel);
  settings.subscribe(() => log.setLevel(settings.current.logLevel));
};
