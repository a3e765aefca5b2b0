import { useModifierKey } from '../../state/keys.ts';
import { useActiveUser, useMirror, useServiceName, useUser } from '../../state/mirror.ts';
import { openDialog, useView } from '../../state/view.ts';
import { attention, endedSentence } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { wearing } from '../../ui/identities.ts';
import { Button } from '../../ui/button.tsx';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { Message } from '../../ui/message.tsx';
import { ProductionSign } from '../../ui/production-sign.tsx';
import styles from './active-user.module.css';

/** The plate of who is in the seat. Switches are announced elsewhere, so it is silent. */
export const ActiveUser = () => {
  const user = useActiveUser();
  const service = useServiceName(user);
  const modifier = useModifierKey();
  return (
    <div
      role="status"
      aria-live="off"
      aria-label={words.activeUser}
      className={styles['plate']}
      {...wearing(user?.colour)}
      data-empty={user === undefined || undefined}
    >
      {user ? (
        <>
          <IdentityMark colour={user.colour} initials={user.initials} size="plate" look="inverted" />
          <div className={styles['texts']}>
            <div className={styles['name']}>
              <bdi>{user.name}</bdi>
            </div>
            {user.colour === 'production' && <ProductionSign isOnColour />}
            <div className={styles['detail']}>
              <bdi className={styles['shrinking']}>{user.email ?? user.id}</bdi>
              <span className={styles['between']}>{' · '}</span>
              <span className={styles['service']}>{service}</span>
            </div>
          </div>
        </>
      ) : (
        <div className={styles['texts']}>
          <div className={styles['name']}>{words.nobodyIsActive}</div>
          <div className={styles['detail']}>{words.chooseSomebody(modifier)}</div>
        </div>
      )}
    </div>
  );
};

/** The same, in a line, for when there is nobody to choose from. */
export const EmptySeat = () => (
  <div role="status" aria-live="off" aria-label={words.activeUser} className={styles['line']}>
    {words.nobodyIsActive}
  </div>
);

/**
 * What there is to know about the active user's session, in sentences. That no session is saved is said once,
 * by how sessions are stored.
 */
export const ActiveUserAttention = () => {
  const user = useActiveUser();
  const isToldBelow = useMirror(({ sessionStorage }) => sessionStorage.kind === 'unprotected');
  const reasons = user?.attention.filter((reason) => !(isToldBelow && reason === 'sessionNotSaved'));
  return reasons?.map((reason) => (
    <Message
      key={reason}
      tone={attention[reason].isLoud ? 'warning' : 'plain'}
      actions={
        user && reason === 'sessionEndsSoon' ? (
          <Button look="quiet" onPress={() => openDialog({ kind: 'logInAgain', userId: user.id })}>
            {words.logInAgain}
          </Button>
        ) : undefined
      }
    >
      {attention[reason].sentence}
    </Message>
  ));
};

/** Why nobody is active all of a sudden, and the way back. */
export const EndedSession = () => {
  const user = useUser(useView((view) => view.endedId));
  if (user?.state !== 'loggedOut') return undefined;
  return (
    <Message
      tone="warning"
      role="alert"
      actions={
        <Button onPress={() => openDialog({ kind: 'logInAgain', userId: user.id })}>
          {words.logInAgain}
        </Button>
      }
    >
      {endedSentence(user)}
    </Message>
  );
};
