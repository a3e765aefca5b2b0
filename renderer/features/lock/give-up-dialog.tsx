import type { UserView } from '../../../app/contract/views.ts';
import { lockWords } from '../../text/lock-words.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Confirmation } from '../removal/confirmation.tsx';

export const GiveUpUnlockingDialog = ({ user }: { readonly user: UserView }) => (
  <Confirmation
    title={lockWords.giveUpTitle(user.name)}
    confirmLabel={lockWords.giveUpConfirm}
    confirm={() => window.hotseat.execute('giveUpUnlocking', { userId: user.id })}
  >
    <DialogText>{lockWords.giveUpText}</DialogText>
  </Confirmation>
);
