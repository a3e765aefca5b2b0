import { GridListItem } from 'react-aria-components/GridList';
import { Text } from 'react-aria-components/Text';
import type { UserView } from '../../../app/contract/views.ts';
import { useMirror } from '../../state/mirror.ts';
import { takeSeat } from '../../state/take-seat.ts';
import { stateWord } from '../../text/sentences.ts';
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
      data-identity={user.colour}
      data-active={isActive || undefined}
      data-logged-out={user.state === 'loggedOut' || undefined}
    >
      <IdentityMark colour={user.colour} initials={user.initials} look={lookOf(user, isActive)} />
      <div className={styles['texts']}>
        <div className={styles['name']} aria-hidden="true">
          <bdi>{user.name}</bdi>
        </div>
        <Text slot="description" elementType="div" className={styles['detail'] ?? ''}>
          <span className={styles['state']}>{stateWord(user, isActive)}</span>
          {user.email !== undefined && (
            <>
              {' · '}
              <bdi>{user.email}</bdi>
            </>
          )}
        </Text>
      </div>
      {user.attention.length > 0 && <AttentionSign reasons={user.attention} />}
      {digit !== undefined && <DigitKey digit={digit} />}
      <AccountMenu user={user} isActive={isActive} />
    </div>
  );
};

const lookOf = (user: UserView, isActive: boolean) => {
  if (isActive) return 'inverted';
  return user.state === 'loggedOut' ? 'hollow' : 'full';
};

const DigitKey = ({ digit }: { readonly digit: number }) => {
  const isMac = useMirror(({ platform }) => platform === 'darwin');
  return (
    <kbd className={styles['digit']} aria-hidden="true">
      {isMac ? `⌘${digit}` : `Ctrl ${digit}`}
    </kbd>
  );
};
