import type { RemovalReceipt } from '../../app/contract/removal-views.ts';
import type { Outcome } from '../../app/outcome.ts';

/** The receipts of removals. */
export interface RemovalList {
  /** Newest first. */
  list(): Promise<Outcome<readonly RemovalReceipt[]>>;
  /** Forgets those that are finished. */
  forget(): Promise<Outcome<void>>;
}
