import type { UserView } from '../../../app/contract/views.ts';
import { lockWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Confirmation } from '../removal/confirmation.tsx';

export const GiveUpUnlockingDialog = ({ user }: { readonly user: UserView }) => (
  <Confirmation
    title={lockWords.giveUpTitle({ name: user.name })}
    confirmLabel={lockWords.giveUpConfirm}
    confirm={() => window.hotseat.execute('giveUpUnlocking', { userId: user.id })}
  >
    <DialogText>{lockWords.giveUpText}</DialogText>
  </Confirmation>
);
