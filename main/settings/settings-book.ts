import type { Outcome } from '../../app/outcome.ts';
import type { Settings } from '../../app/settings/settings.ts';

/** The settings as they are now, durable. */
export interface SettingsBook {
  readonly current: Settings;
  change(part: Partial<Settings>): Promise<Outcome<void>>;
  /** Returns the end of it. */
  subscribe(listener: () => void): () => void;
}
