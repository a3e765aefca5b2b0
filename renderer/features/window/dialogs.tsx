import { useMirror, useUser } from '../../state/mirror.ts';
import { useView } from '../../state/view.ts';
import { useFocusAfter } from '../../ui/focus-after.ts';
import { AuditDialog } from '../audit/audit-dialog.tsx';
import { AddAccountDialog } from '../add-account/add-account-dialog.tsx';
import { LinkDialog } from '../links/link-dialog.tsx';
import { LogInAgainDialog } from '../log-in/log-in-again-dialog.tsx';
import { GiveUpUnlockingDialog } from '../lock/give-up-dialog.tsx';
import { SetUpUnlockingDialog } from '../lock/set-up-dialog.tsx';
import { UnlockDialog } from '../lock/unlock-dialog.tsx';
import { DiagnosisDialog } from '../diagnosis/diagnosis-dialog.tsx';
import { DetailsDialog } from '../details/details-dialog.tsx';
import { QuickSwitcherDialog } from '../quick-switcher/quick-switcher-dialog.tsx';
import { DeleteAccountDialog } from '../removal/delete-account-dialog.tsx';
import { LogOutDialog } from '../removal/log-out-dialog.tsx';
import { RemoveAllDialog } from '../removal/remove-all-dialog.tsx';
import { RemoveDialog } from '../removal/remove-dialog.tsx';
import { RenameDialog } from '../rename/rename-dialog.tsx';
import { LogOutUsersDialog } from '../several/log-out-users-dialog.tsx';
import { RemoveUsersDialog } from '../several/remove-users-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';

const ofUser = {
  logInAgain: LogInAgainDialog,
  unlock: UnlockDialog,
  setUpUnlocking: SetUpUnlockingDialog,
  giveUpUnlocking: GiveUpUnlockingDialog,
  details: DetailsDialog,
  logOutAnonymous: LogOutDialog,
  rename: RenameDialog,
  deleteAccount: DeleteAccountDialog,
  remove: RemoveDialog,
};

/** The one open dialog. */
export const Dialogs = () => {
  const dialog = useView((view) => view.dialog);
  const linkAsk = useMirror((mirror) => mirror.linkAsk);
  useFocusAfter((dialog ?? linkAsk) !== undefined);
  const user = useUser(dialog && 'userId' in dialog ? dialog.userId : undefined);
  if (dialog?.kind === 'addAccount') return <AddAccountDialog serviceId={dialog.serviceId} />;
  if (dialog?.kind === 'settings')
    return <SettingsDialog startsWith={dialog.startsWith} editedId={dialog.editedId} draft={dialog.draft} />;
  if (dialog?.kind === 'removeAll') return <RemoveAllDialog />;
  if (dialog?.kind === 'quickSwitcher') return <QuickSwitcherDialog {...dialog} />;
  if (dialog?.kind === 'removeUsers') return <RemoveUsersDialog userIds={dialog.userIds} />;
  if (dialog?.kind === 'logOutUsers') return <LogOutUsersDialog userIds={dialog.userIds} />;
  if (dialog?.kind === 'diagnosis') return <DiagnosisDialog />;
  if (dialog?.kind === 'audit') return <AuditDialog />;
  // What the person is doing is not interrupted.
  if (!dialog && linkAsk) return <LinkDialog key={linkAsk.id} ask={linkAsk} />;
  if (!dialog || !user) return undefined;
  const DialogOfUser = ofUser[dialog.kind];
  return <DialogOfUser key={`${dialog.kind} ${user.id}`} user={user} />;
};
