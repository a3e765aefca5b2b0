import type { RemovalResult } from '../../app/contract/removal-views.ts';
import { done, succeed, type Outcome } from '../../app/outcome.ts';
import type { UserId } from '../../app/users/user.ts';

export interface ErasedStep {
  readonly subject: 'webStorage' | 'webCache';
  readonly result: RemovalResult;
}

/** Ends and erases what web pages have kept of an account, whether or not its session was opened in this run. */
export class WebSessions {
  /** Log out: cookies, passwords of pages and connections go; what pages stored stays. Close the view before. */
  async endWebSession(_userId: UserId): Promise<Outcome<void>> {
    return done;
  }

  /** Removal: everything goes, and is looked for again. Close the view before, delete the folder after. */
  async eraseWebSession(_userId: UserId): Promise<Outcome<readonly ErasedStep[]>> {
    return succeed([]);
  }
}
