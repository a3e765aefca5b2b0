import type { Outcome } from '../../app/outcome.ts';
import type { UserId } from '../../app/users/user.ts';

/** What the books of requests hold of a user. `RequestBooks` has it. */
export interface RequestTraces {
  /** `erased`: there was something, and it is gone from both generations; `empty`: looked for, and not there. */
  eraseRequestsOf(userId: UserId): Promise<Outcome<'erased' | 'empty'>>;
}
