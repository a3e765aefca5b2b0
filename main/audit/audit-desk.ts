import type { AuditEntry, AuditVerdict } from '../../app/contract/audit-views.ts';
import type { Outcome } from '../../app/outcome.ts';

/** What a person may ask of the trail. */
export interface AuditDesk {
  /** Newest first, as many as a person looks through. */
  list(): Promise<Outcome<readonly AuditEntry[]>>;
  verify(): Promise<Outcome<AuditVerdict>>;
  /** All of it, into a file that the person chooses. */
  export(): Promise<Outcome<void>>;
}
