import type { UserId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { closeDialog } from '../../state/view.ts';
import { words, listWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { performForSeveral } from './perform-for-several.ts';

interface LogOutUsersDialogProps {
  readonly userIds: readonly UserId[];
}

/** Only where anonymous accounts are among them: all others can come back. */
export const LogOutUsersDialog = ({ userIds }: LogOutUsersDialogProps) => {
  const users = useMirror((mirror) => mirror.users);
  const anonymousCount = userIds.filter((id) => users.get(id)?.isAnonymous).length;
  return (
    <Dialog title={listWords.logOutTitle({ count: userIds.length })} role="alertdialog" onClose={closeDialog}>
      <DialogText>{listWords.logOutAnonymous({ count: anonymousCount })}</DialogText>
      <DialogButtons>
        <Button autoFocus onPress={closeDialog}>
          {words.cancel}
        </Button>
        <Button
          look="danger"
          onPress={() => {
            closeDialog();
            void performForSeveral('logOut', userIds);
          }}
        >
          {words.logOut}
        </Button>
      </DialogButtons>
    </Dialog>
  );
};
