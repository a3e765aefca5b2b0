import type { Session } from 'electron';
import type { CommandInput } from '../../app/contract/commands.ts';
import type { DownloadView } from '../../app/contract/workspace-views.ts';
import { fail, type Outcome } from '../../app/outcome.ts';
import type { UserId } from '../../app/users/user.ts';

/** What pages have put into the Downloads folder in this run, by account. */
export class Downloads {
  listOf(_userId: UserId): readonly DownloadView[] {
    return [];
  }

  /** Called when the list of an account has changed, a few times a second at most. Returns the end of it. */
  subscribe(_listener: (userId: UserId) => void): () => void {
    return () => undefined;
  }

  async handle(_input: CommandInput<'handleDownload'>): Promise<Outcome<void>> {
    return fail({ code: 'unexpected' });
  }

  /** Ends what runs and forgets the list, as the account leaves. What is finished stays in the folder. */
  forget(_userId: UserId): void {}

  /** Takes the downloads of an account's session on, once. */
  attach(_userId: UserId, _session: Session): void {}
}
