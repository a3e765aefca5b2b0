import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { MenuTrigger } from 'react-aria-components/Menu';
import type { UserView } from '../../../app/contract/views.ts';
import { useMirror, useService } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { takeSeat } from '../../state/take-seat.ts';
import { openDialog } from '../../state/view.ts';
import { lockWords, words, detailWords, listWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { ActionItem, ActionMenu, CheckItem, MenuPopover, MenuSeparator } from '../../ui/menu.tsx';
import { moveBy, useMayMove } from './moves.ts';

interface AccountMenuProps {
  readonly user: UserView;
}

/** What it offers is worked out when it is open: a switch does not draw it. */
export const AccountMenu = memo(({ user }: AccountMenuProps) => (
  <MenuTrigger>
    <Button look="icon" aria-label={words.actionsFor({ name: user.name })}>
      <Ellipsis size={18} aria-hidden="true" />
    </Button>
    <MenuPopover>
      <Actions user={user} />
    </MenuPopover>
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
  const mayMoveUp = useMayMove(userId, 'up');
  const mayMoveDown = useMayMove(userId, 'down');
  const logOut = () =>
    isAnonymous ? openDialog({ kind: 'logOutAnonymous', userId }) : void perform('logOut', { userId });
  return (
    <ActionMenu label={words.actionsFor({ name })}>
      {maySwitch && <ActionItem label={words.switchTo} onAction={() => takeSeat(userId)} />}
      {user.isLocked && (
        <ActionItem label={lockWords.unlock} onAction={() => openDialog({ kind: 'unlock', userId })} />
      )}
      {mayLock && <ActionItem label={lockWords.lock} onAction={() => void perform('lock', { userId })} />}
      {mayLogIn && (
        <ActionItem label={words.logInAgain} onAction={() => openDialog({ kind: 'logInAgain', userId })} />
      )}
      {isIn && <ActionItem label={words.logOut} onAction={logOut} />}
      <ActionItem label={words.rename} onAction={() => openDialog({ kind: 'rename', userId })} />
      <ActionItem label={detailWords.menu} onAction={() => openDialog({ kind: 'details', userId })} />
      {isOpen && (
        <ActionItem
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
        <ActionItem
          label={lockWords.giveUp}
          onAction={() => openDialog({ kind: 'giveUpUnlocking', userId })}
        />
      )}
      {(mayMoveUp || mayMoveDown) && <MenuSeparator />}
      {mayMoveUp && <ActionItem label={listWords.moveUp} onAction={() => void moveBy(userId, 'up')} />}
      {mayMoveDown && <ActionItem label={listWords.moveDown} onAction={() => void moveBy(userId, 'down')} />}
      <MenuSeparator />
      {isOpen && (
        <ActionItem
          label={words.deleteAccountMenu}
          isGrave
          onAction={() => openDialog({ kind: 'deleteAccount', userId })}
        />
      )}
      <ActionItem label={words.removeMenu} isGrave onAction={() => openDialog({ kind: 'remove', userId })} />
    </ActionMenu>
  );
};
