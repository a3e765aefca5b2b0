import type { Outcome } from '../../app/outcome.ts';
import type { Settings } from '../../app/settings/settings.ts';
import type { LoginItem } from '../shell/login-item.ts';
import type { SettingsBook } from './settings-book.ts';

/** The settings, of which one holds only when the system has taken it, too. */
export const withLoginItem = (settings: SettingsBook, item: LoginItem): SettingsBook => ({
  get current() {
    return settings.current;
  },
  subscribe: (listener) => settings.subscribe(listener),
  change: async (part: Partial<Settings>): Promise<Outcome<void>> => {
    const { startsAtLogin } = part;
    if (startsAtLogin !== undefined && startsAtLogin !== settings.current.startsAtLogin) {
      const set = item.set(startsAtLogin);
      if (!set.ok) return set;
    }
    return settings.change(part);
  },
});

/** At a start: who has turned it off in the system has the last word; otherwise what is started is brought up to date. */
export const reconcileLoginItem = async (settings: SettingsBook, item: LoginItem): Promise<void> => {
  if (!settings.current.startsAtLogin) return;
  if (item.isOn()) item.set(true);
  else await settings.change({ startsAtLogin: false });
};
