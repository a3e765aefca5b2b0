import { X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView, UserView } from '../../../app/contract/views.ts';
import { useMirror } from '../../state/mirror.ts';
import { requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { SenderPicker } from './sender-picker.tsx';
import styles from './senders.module.css';

interface SendersProps {
  readonly service: ServiceView;
  readonly active: UserView;
  readonly chosenIds: readonly UserId[];
  readonly onChoose: (ids: readonly UserId[]) => void;
}

/** As whom a request goes out: the active account, or several that were chosen. */
export const Senders = ({ service, active, chosenIds, onChoose }: SendersProps) => {
  const [isChoosing, setIsChoosing] = useState(false);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const users = useMirror((mirror) => mirror.users);
  const hasOthers = useMemo(
    () => [...users.values()].some(({ id, serviceId }) => serviceId === service.id && id !== active.id),
    [users, service.id, active.id],
  );
  const isFollowing = chosenIds.length === 0;
  const senders = isFollowing ? [active] : chosenIds.flatMap((id) => users.get(id) ?? []);
  /** The button that did it may go, and must not take the focus along. */
  const chooseHere = (ids: readonly UserId[]) => {
    onChoose(ids);
    chooseButton.current?.focus();
  };

  return (
    <div role="group" aria-label={requestWords.sendAs} className={styles['senders']}>
      <span aria-hidden="true" className={styles['label']}>
        {requestWords.sendAs}
      </span>
      <ul className={styles['chips']}>
        {senders.map((user) => (
          <li key={user.id} className={styles['chip']}>
            <IdentityMark colour={user.colour} initials={user.initials} size="small" />
            <bdi className={styles['name']}>{user.name}</bdi>
            {user.id === active.id && <span className={styles['note']}>{requestWords.isActive}</span>}
            {!isFollowing && (
              <Button
                look="icon"
                aria-label={requestWords.notAs({ name: user.name })}
                onPress={() => chooseHere(chosenIds.filter((id) => id !== user.id))}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {hasOthers && (
        <Button ref={chooseButton} look="quiet" onPress={() => setIsChoosing(true)}>
          {requestWords.chooseAccounts}
        </Button>
      )}
      {!isFollowing && (
        <Button look="quiet" onPress={() => chooseHere([])}>
          {requestWords.onlyActive}
        </Button>
      )}
      {isChoosing && (
        <SenderPicker
          service={service}
          active={active}
          chosenIds={isFollowing ? [active.id] : chosenIds}
          onChoose={onChoose}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </div>
  );
};
