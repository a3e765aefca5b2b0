import { useMirror } from '../../state/mirror.ts';
import { announce } from '../../state/view.ts';
import { words, serviceWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { Confirmation } from '../removal/confirmation.tsx';
import { accountsOf } from './account-counts.ts';
import styles from './remove-service-dialog.module.css';
import type { AddedServiceView } from './service-form-draft.ts';

interface RemoveServiceDialogProps {
  readonly service: AddedServiceView;
  readonly onClose: () => void;
}

export const RemoveServiceDialog = ({ service, onClose }: RemoveServiceDialogProps) => {
  const order = useMirror((mirror) => mirror.order);
  const users = useMirror((mirror) => mirror.users);
  const { named, others } = accountsOf(service.id, order, users);
  const count = named.length + others;
  const remove = async () => {
    const outcome = await window.hotseat.execute('removeService', { serviceId: service.id });
    if (outcome.ok) announce(serviceWords.wasRemoved({ name: service.name }));
    return outcome;
  };
  return (
    <Confirmation
      title={serviceWords.removeTitle({ name: service.name })}
      confirmLabel={words.remove}
      confirm={remove}
      onClose={onClose}
    >
      {count === 0 ? (
        <DialogText>{serviceWords.removeAlone}</DialogText>
      ) : (
        <>
          <DialogText>{serviceWords.removeWith({ count })}</DialogText>
          <ul className={styles['accounts']}>
            {named.map(({ id, name, colour, initials }) => (
              <li key={id} className={styles['account']}>
                <IdentityMark colour={colour} initials={initials} size="small" />
                <bdi className={styles['name']}>{name}</bdi>
              </li>
            ))}
            {others > 0 && <li className={styles['others']}>{serviceWords.andMore({ count: others })}</li>}
          </ul>
          <DialogText>{serviceWords.removeKeeps({ count })}</DialogText>
        </>
      )}
    </Confirmation>
  );
};
