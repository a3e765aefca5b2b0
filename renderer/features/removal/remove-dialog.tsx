import { useState } from 'react';
import type { UserView } from '../../../app/contract/views.ts';
import { removalWords, words } from '../../text/spoken.ts';
import { Choice } from '../../ui/choice.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Confirmation } from './confirmation.tsx';
import { removeUser } from './remove-user.ts';

/** Deleting at the service needs a session, so that a logged-out user is only removed here. */
export const RemoveDialog = ({ user }: { readonly user: UserView }) => {
  const [isDeleted, setIsDeleted] = useState(false);
  const mayDelete = user.state === 'authenticated';
  return (
    <Confirmation
      title={words.removeTitle({ name: user.name })}
      confirmLabel={words.remove}
      confirm={() => removeUser(user, isDeleted && mayDelete ? 'deleteAccount' : 'remove')}
    >
      <DialogText>{removalWords.erases}</DialogText>
      <DialogText>
        {removeKeeps(user, isDeleted && mayDelete)} {removalWords.downloadsStay}
      </DialogText>
      {mayDelete && (
        <Choice
          label={words.alsoDelete}
          hint={words.alsoDeleteHint}
          isSelected={isDeleted}
          onChange={setIsDeleted}
        />
      )}
    </Confirmation>
  );
};

const removeKeeps = (user: UserView, isDeleted: boolean): string => {
  if (isDeleted) return words.removeDeletes;
  return user.isAnonymous ? words.removeAnonymous : words.removeKeeps;
};
