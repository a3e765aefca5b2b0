import type { Outcome } from '../../app/outcome.ts';

/** What the window may ask of updates. Each answers at once but `check`; what comes of it is in the view. */
export interface UpdateControl {
  check(): Promise<Outcome<void>>;
  download(): Promise<Outcome<void>>;
  cancelDownload(): void;
  install(): Promise<Outcome<void>>;
}
