import type { UserId } from '../../../app/contract/bridge.ts';
import { readMirror, useMirror } from '../../state/mirror.ts';
import { endSelecting } from '../../state/selection.ts';
import { offerReceipts } from '../../state/view.ts';
import { someNames } from '../../text/several-sentence.ts';
import { words, listWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { ManyRemoval } from '../removal/many-removal.tsx';
import { tellResult } from './perform-for-several.ts';

interface RemoveUsersDialogProps {
  readonly userIds: readonly UserId[];
}

export const RemoveUsersDialog = ({ userIds }: RemoveUsersDialogProps) => {
  const users = useMirror((mirror) => mirror.users);
  const there = userIds.flatMap((id) => users.get(id) ?? []);
  const anonymousCount = there.filter(({ isAnonymous }) => isAnonymous).length;
  return (
    <ManyRemoval
      dialog="removeUsers"
      title={listWords.removeTitle({ count: there.length })}
      confirmLabel={words.remove}
      count={there.length}
      remove={() => window.hotseat.execute('removeUsers', { userIds })}
      areGone={() => userIds.every((id) => !readMirror().users.has(id))}
      onRemoved={(result) => {
        endSelecting();
        if (result.done > 0) offerReceipts(result.done);
        if (result.refused.length > 0) tellResult('remove', result);
      }}
    >
      <DialogText>{listWords.removeErases({ names: someNames(there.map(({ name }) => name)) })}</DialogText>
      <DialogText>
        {listWords.removeKeeps}
        {anonymousCount > 0 && ` ${listWords.removeAnonymous({ count: anonymousCount })}`}
      </DialogText>
    </ManyRemoval>
  );
};
