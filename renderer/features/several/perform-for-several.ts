import type { UserId } from '../../../app/contract/bridge.ts';
import type { SeveralResult } from '../../../app/contract/several-views.ts';
import { readMirror } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { endSelecting, noteSelectionRuns } from '../../state/selection.ts';
import { offerReceipts, showResult } from '../../state/view.ts';
import { severalSentence, type SeveralTask } from '../../text/several-sentence.ts';

const commandOf = { lock: 'lockUsers', logOut: 'logOutUsers' } as const;

/** Locks or logs out the selected accounts; with what came of it told, selecting is over. */
export const performForSeveral = async (
  task: 'lock' | 'logOut',
  userIds: readonly UserId[],
): Promise<void> => {
  const before = readMirror().users;
  noteSelectionRuns(true);
  const outcome = await perform(commandOf[task], { userIds });
  noteSelectionRuns(false);
  if (!outcome.ok) return;
  endSelecting();
  tellResult(task, outcome.value);
  // Whoever is anonymous is removed by logging out.
  const gone = userIds.filter((id) => before.has(id) && !readMirror().users.has(id));
  if (gone.length > 0) offerReceipts(gone.length);
};

export const tellResult = (task: SeveralTask, result: SeveralResult): void => {
  const { users } = readMirror();
  showResult(() => severalSentence(task, result, (id) => users.get(id)?.name ?? id));
};
