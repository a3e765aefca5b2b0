import type { UserView } from '../../../app/contract/views.ts';
import { useServiceName } from '../../state/mirror.ts';
import { removalWords, words } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Confirmation } from './confirmation.tsx';
import { removeUser } from './remove-user.ts';

export const DeleteAccountDialog = ({ user }: { readonly user: UserView }) => {
  const service = useServiceName(user);
  return (
    <Confirmation
      title={words.deleteTitle({ name: user.name })}
      confirmLabel={words.deleteAccount}
      confirm={() => removeUser(user, 'deleteAccount')}
    >
      <DialogText>
        {words.deleteErases({ service })} {removalWords.deleteDownloadsStay}
      </DialogText>
    </Confirmation>
  );
};
