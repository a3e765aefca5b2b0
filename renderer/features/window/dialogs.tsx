import { useUser } from '../../state/mirror.ts';
import { useView } from '../../state/view.ts';
import { AddAccountDialog } from '../add-account/add-account-dialog.tsx';
import { LogInAgainDialog } from '../add-account/log-in-again-dialog.tsx';
import { DeleteAccountDialog } from '../removal/delete-account-dialog.tsx';
import { LogOutDialog } from '../removal/log-out-dialog.tsx';
import { RemoveDialog } from '../removal/remove-dialog.tsx';
import { RenameDialog } from '../rename/rename-dialog.tsx';

const ofUser = {
  logInAgain: LogInAgainDialog,
  logOutAnonymous: LogOutDialog,
  rename: RenameDialog,
  deleteAccount: DeleteAccountDialog,
  remove: RemoveDialog,
};

/** The one open dialog. */
export const Dialogs = () => {
  const dialog = useView((view) => view.dialog);
  const user = useUser(dialog && 'userId' in dialog ? dialog.userId : undefined);
  if (dialog?.kind === 'addAccount') return <AddAccountDialog />;
  if (!dialog || !user) return undefined;
  const DialogOfUser = ofUser[dialog.kind];
  return <DialogOfUser key={`${dialog.kind} ${user.id}`} user={user} />;
};
