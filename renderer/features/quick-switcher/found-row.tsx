import {
  Info,
  Lock,
  LockOpen,
  LogIn,
  LogOut,
  Pencil,
  Plus,
  Printer,
  RotateCw,
  Settings,
  TextSearch,
  Trash2,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FoundView } from '../../../app/contract/quick-switcher-views.ts';
import type { UserView } from '../../../app/contract/views.ts';
import { useKeyOf, useRowKey } from '../../state/keys.ts';
import { useMirror, useServiceName, useUser } from '../../state/mirror.ts';
import { stateWord } from '../../text/sentences.ts';
import { wearing, type IdentityColour } from '../../ui/identities.ts';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import styles from './found-row.module.css';

interface FoundRowProps {
  readonly id: string;
  readonly found: FoundView;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

export const FoundRow = ({ found, ...props }: FoundRowProps) => {
  const user = useUser(found.kind === 'command' ? undefined : found.userId);
  const key = useKeyOf(found.kind === 'command' ? found.command : undefined);
  if (found.kind === 'user') return user && <UserRow user={user} {...props} />;
  return (
    <Row {...props} colour={user?.colour}>
      {user ? (
        <IdentityMark
          colour={user.colour}
          initials={user.initials}
          look={props.isCurrent ? 'inverted' : 'full'}
        />
      ) : (
        <Sign found={found} />
      )}
      <span className={styles['texts']}>
        <bdi className={styles['name']}>{found.name}</bdi>
      </span>
      {user && <Sign found={found} />}
      {key !== undefined && <kbd className={styles['key']}>{key}</kbd>}
    </Row>
  );
};

type RowProps = Omit<FoundRowProps, 'found'> & {
  readonly colour: IdentityColour | undefined;
  readonly children: ReactNode;
};

const Row = ({ id, isCurrent, onPoint, onChoose, colour, children }: RowProps) => {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    // The keys are those of the field, where the focus is.
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      // A list that comes or scrolls under a pointer at rest is no choice of the person's.
      onPointerMove={({ movementX, movementY }) => {
        if (movementX !== 0 || movementY !== 0) onPoint();
      }}
      // Or the field would lose the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={styles['row']}
      {...wearing(colour)}
    >
      {children}
    </div>
  );
};

const UserRow = ({ user, ...props }: Omit<FoundRowProps, 'found'> & { readonly user: UserView }) => {
  const service = useServiceName(user);
  const isActive = useMirror(({ activeId }) => activeId === user.id);
  const key = useRowKey(useMirror(({ digits }) => digits.get(user.id)));
  const isOut = user.state === 'loggedOut';
  const look = props.isCurrent ? 'inverted' : isOut ? 'hollow' : 'full';
  return (
    <Row {...props} colour={user.colour}>
      <IdentityMark colour={user.colour} initials={user.initials} look={look} />
      <span className={styles['texts']}>
        <bdi className={styles['name']}>{user.name}</bdi>
        <span className={styles['detail']}>
          {user.isLocked && (
            <Lock size={12} strokeWidth={2.5} aria-hidden="true" className={styles['lock'] ?? ''} />
          )}
          {stateWord(user, isActive)}
          {user.email !== undefined && (
            <>
              {' · '}
              <bdi>{user.email}</bdi>
            </>
          )}
          {` · ${service}`}
        </span>
      </span>
      {key !== undefined && <kbd className={styles['key']}>{key}</kbd>}
    </Row>
  );
};

const signs: Partial<Record<Exclude<FoundView, { kind: 'user' }>['command'], LucideIcon>> = {
  addAccount: Plus,
  lock: Lock,
  lockAll: Lock,
  settings: Settings,
  removeAll: Trash2,
  findInPage: TextSearch,
  reload: RotateCw,
  print: Printer,
  unlock: LockOpen,
  logInAgain: LogIn,
  logOut: LogOut,
  rename: Pencil,
  details: Info,
  remove: Trash2,
};

const Sign = ({ found }: { readonly found: Exclude<FoundView, { kind: 'user' }> }) => {
  const Icon = signs[found.command] ?? Zap;
  return (
    <span className={styles['sign']}>
      <Icon size={18} aria-hidden="true" />
    </span>
  );
};
