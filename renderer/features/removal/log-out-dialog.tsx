import type { UserView } from '../../../app/contract/views.ts';
import { words } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Confirmation } from './confirmation.tsx';
import { removeUser } from './remove-user.ts';

/** For anonymous users only: everybody else can come back. */
export const LogOutDialog = ({ user }: { readonly user: UserView }) => (
  <Confirmation
    title={words.logOutTitle({ name: user.name })}
    confirmLabel={words.logOut}
    confirm={() => removeUser(user, 'logOut')}
  >
    <DialogText>{words.logOutAnonymous}</DialogText>
  </Confirmation>
);
