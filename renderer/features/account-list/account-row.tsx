import { Lock } from 'lucide-react';
import { GridListItem } from 'react-aria-components/GridList';
import { Text } from 'react-aria-components/Text';
import type { UserView } from '../../../app/contract/views.ts';
import { useRowKey } from '../../state/keys.ts';
import { useMirror } from '../../state/mirror.ts';
import { takeSeat } from '../../state/take-seat.ts';
import { stateWord } from '../../text/sentences.ts';
import { wearing } from '../../ui/identities.ts';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './account-row.module.css';
import { AttentionSign } from './attention-sign.tsx';

/** The item is redrawn when its user changes; who is active each row reads for itself, so that a switch draws two. */
export const AccountRow = ({ user }: { readonly user: UserView }) => (
  <GridListItem
    id={user.id}
    textValue={user.name}
    className={styles['row'] ?? ''}
    onAction={() => takeSeat(user.id)}
  >
    <RowContent user={user} />
  </GridListItem>
);

const RowContent = ({ user }: { readonly user: UserView }) => {
  const isActive = useMirror(({ activeId }) => activeId === user.id);
  const digit = useMirror(({ digits }) => digits.get(user.id));
  return (
    <div
      className={styles['content']}
      {...wearing(user.colour)}
      data-active={isActive || undefined}
      data-logged-out={user.state === 'loggedOut' || undefined}
    >
      <div className={styles['mark']}>
        <IdentityMark colour={user.colour} initials={user.initials} look={lookOf(user, isActive)} />
        {user.attention.length > 0 && <AttentionSign user={user} />}
      </div>
      <div className={styles['texts']}>
        <div className={styles['first']} aria-hidden="true">
          <div className={styles['name']}>
            <bdi>{user.name}</bdi>
          </div>
          {digit !== undefined && <DigitKey digit={digit} />}
        </div>
        <Text slot="description" elementType="div" className={styles['detail'] ?? ''}>
          {user.isLocked && (
            <Lock size={12} strokeWidth={2.5} aria-hidden="true" className={styles['lock'] ?? ''} />
          )}
          <span className={styles['state']}>{stateWord(user, isActive)}</span>
          {user.email !== undefined && (
            <span className={styles['email']}>
              {' · '}
              <bdi>{user.email}</bdi>
            </span>
          )}
        </Text>
      </div>
      <AccountMenu user={user} />
    </div>
  );
};

const lookOf = (user: UserView, isActive: boolean) => {
  if (isActive) return 'inverted';
  return user.state === 'loggedOut' ? 'hollow' : 'full';
};

const DigitKey = ({ digit }: { readonly digit: number }) => {
  const key = useRowKey(digit);
  return key !== undefined && <kbd className={styles['digit']}>{key}</kbd>;
};
