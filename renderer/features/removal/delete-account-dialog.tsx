import type { UserView } from '../../../app/contract/views.ts';
import { useServiceName } from '../../state/mirror.ts';
import { words } from '../../text/words.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Confirmation } from './confirmation.tsx';

export const DeleteAccountDialog = ({ user }: { readonly user: UserView }) => {
  const service = useServiceName(user);
  return (
    <Confirmation
      title={words.deleteTitle(user.name)}
      confirmLabel={words.deleteAccount}
      confirm={() => window.hotseat.execute('deleteAccount', { userId: user.id })}
    >
      <DialogText>{words.deleteErases(service)}</DialogText>
    </Confirmation>
  );
};
