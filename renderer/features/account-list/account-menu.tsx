import { Check, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import type { UserView } from '../../../app/contract/views.ts';
import { useMirror, useService } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { takeSeat } from '../../state/take-seat.ts';
import { openDialog } from '../../state/view.ts';
import { detailWords } from '../../text/detail-words.ts';
import { lockWords } from '../../text/lock-words.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './account-menu.module.css';

interface AccountMenuProps {
  readonly user: UserView;
}

/** What it offers is worked out when it is open: a switch does not draw it. */
export const AccountMenu = memo(({ user }: AccountMenuProps) => (
  <MenuTrigger>
    <Button look="icon" aria-label={words.actionsFor(user.name)}>
      <Ellipsis size={18} aria-hidden="true" />
    </Button>
    <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
      <Actions user={user} />
    </Popover>
  </MenuTrigger>
));

const Actions = ({ user }: AccountMenuProps) => {
  const { id: userId, name, isAnonymous } = user;
  const isActive = useMirror(({ activeId }) => activeId === userId);
  const isIn = user.state === 'authenticated';
  const maySwitch = isIn && !isActive && !user.isLocked;
  const isOpen = isIn && !user.isLocked;
  const hasLock = isOpen && user.unlockWith !== undefined;
  const changeLock = user.unlockWith === 'passphrase' ? lockWords.changePassphrase : lockWords.change;
  const rule = useMirror(({ desk }) => desk.switching);
  const isCheckable = useService(user)?.kind !== 'website' && !isAnonymous;
  const mayLock = hasLock || (isOpen && rule !== 'free' && isCheckable);
  const mayLogIn =
    !isIn ||
    user.attention.includes('sessionEndsSoon') ||
    (isOpen && user.attention.includes('keyringUnavailable'));
  const logOut = () =>
    isAnonymous ? openDialog({ kind: 'logOutAnonymous', userId }) : void perform('logOut', { userId });
  return (
    <Menu className={styles['menu'] ?? ''} aria-label={words.actionsFor(name)}>
      {maySwitch && <Item label={words.switchTo} onAction={() => takeSeat(userId)} />}
      {user.isLocked && (
        <Item label={lockWords.unlock} onAction={() => openDialog({ kind: 'unlock', userId })} />
      )}
      {mayLock && <Item label={lockWords.lock} onAction={() => void perform('lock', { userId })} />}
      {mayLogIn && (
        <Item label={words.logInAgain} onAction={() => openDialog({ kind: 'logInAgain', userId })} />
      )}
      {isIn && <Item label={words.logOut} onAction={logOut} />}
      <Item label={words.rename} onAction={() => openDialog({ kind: 'rename', userId })} />
      <Item label={detailWords.menu} onAction={() => openDialog({ kind: 'details', userId })} />
      {isOpen && (
        <Item
          label={hasLock ? changeLock : lockWords.setUp}
          onAction={() => openDialog({ kind: 'setUpUnlocking', userId })}
        />
      )}
      {hasLock && rule === 'free' && (
        <CheckItem
          label={lockWords.whenLeft}
          isChecked={user.isLockedWhenLeft}
          onAction={() => void perform('lockWhenLeft', { userId, isLockedWhenLeft: !user.isLockedWhenLeft })}
        />
      )}
      {hasLock && (
        <Item label={lockWords.giveUp} onAction={() => openDialog({ kind: 'giveUpUnlocking', userId })} />
      )}
      <Separator className={styles['separator'] ?? ''} />
      {isOpen && (
        <Item
          label={words.deleteAccountMenu}
          isGrave
          onAction={() => openDialog({ kind: 'deleteAccount', userId })}
        />
      )}
      <Item label={words.removeMenu} isGrave onAction={() => openDialog({ kind: 'remove', userId })} />
    </Menu>
  );
};

interface CheckItemProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onAction: () => void;
}

const CheckItem = ({ label, isChecked, onAction }: CheckItemProps) => (
  <MenuSection
    selectionMode="multiple"
    selectedKeys={isChecked ? [label] : []}
    onSelectionChange={onAction}
    aria-label={label}
  >
    <MenuItem id={label} textValue={label} className={styles['item'] ?? ''}>
      {label}
      {isChecked && <Check size={16} aria-hidden="true" className={styles['check'] ?? ''} />}
    </MenuItem>
  </MenuSection>
);

interface ItemProps {
  readonly label: string;
  readonly isGrave?: boolean;
  readonly onAction: () => void;
}

const Item = ({ label, isGrave = false, onAction }: ItemProps) => (
  <MenuItem
    id={label}
    textValue={label}
    onAction={onAction}
    className={`${styles['item']} ${isGrave ? styles['grave'] : ''}`}
  >
    {label}
  </MenuItem>
);
