import { Check, GripVertical, Lock } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { GridListItem } from 'react-aria-components/GridList';
import { Text } from 'react-aria-components/Text';
import type { UserView } from '../../../app/contract/views.ts';
import { useRowKey } from '../../state/keys.ts';
import { useMirror } from '../../state/mirror.ts';
import { useIsSelecting } from '../../state/selection.ts';
import { stateWord } from '../../text/sentences.ts';
import { listWords } from '../../text/spoken.ts';
import { wearing } from '../../ui/identities.ts';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { ProductionSign } from '../../ui/production-sign.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './account-row.module.css';
import { AttentionSign } from './attention-sign.tsx';

/** The item is redrawn when its user changes; who is active each row reads for itself, so that a switch draws two. */
export const AccountRow = ({ user }: { readonly user: UserView }) => (
  <GridListItem id={user.id} textValue={user.name} className={styles['row'] ?? ''}>
    <RowContent user={user} />
  </GridListItem>
);

const RowContent = ({ user }: { readonly user: UserView }) => {
  const isActive = useMirror(({ activeId }) => activeId === user.id);
  const digit = useMirror(({ digits }) => digits.get(user.id));
  const isSelecting = useIsSelecting();
  return (
    <div
      className={styles['content']}
      {...wearing(user.colour)}
      data-active={isActive || undefined}
      data-logged-out={user.state === 'loggedOut' || undefined}
    >
      {isSelecting && <SelectionBox />}
      <DragHandle name={user.name} />
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
          {user.colour === 'production' && (
            <span className={styles['warning']}>
              {' · '}
              <ProductionSign isOnColour={isActive} isTight />
            </span>
          )}
          {user.email !== undefined && (
            <span className={styles['email']}>
              {' · '}
              <bdi>{user.email}</bdi>
            </span>
          )}
        </Text>
      </div>
      {!isSelecting && <AccountMenu user={user} />}
    </div>
  );
};

/** React Aria names it after its row. */
const SelectionBox = () => (
  <CheckboxField slot="selection" className={styles['selection'] ?? ''}>
    <CheckboxButton className={styles['check'] ?? ''}>
      <span className={styles['box']}>
        <Check size={14} strokeWidth={3} aria-hidden="true" className={styles['tick']} />
      </span>
    </CheckboxButton>
  </CheckboxField>
);

/** For the keyboard and assistive technology; a pointer drags the row by any place of it. */
const DragHandle = ({ name }: { readonly name: string }) => (
  <Button slot="drag" aria-label={listWords.drag({ name })} className={styles['handle'] ?? ''}>
    <GripVertical size={14} aria-hidden="true" />
  </Button>
);

const lookOf = (user: UserView, isActive: boolean) => {
  if (isActive) return 'inverted';
  return user.state === 'loggedOut' ? 'hollow' : 'full';
};

const DigitKey = ({ digit }: { readonly digit: number }) => {
  const key = useRowKey(digit);
  return key !== undefined && <kbd className={styles['digit']}>{key}</kbd>;
};
