import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { OutgoingRequest, PastRequest, SavedRequest } from '../../../app/contract/request-views.ts';
import { useMirror } from '../../state/mirror.ts';
import { useNow } from '../../state/use-now.ts';
import { fromNow } from '../../text/durations.ts';
import { requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './request-book.module.css';
import { titleOf } from './request-draft.ts';

export interface BookActions {
  readonly onFill: (request: OutgoingRequest) => void;
  readonly onForget: (id: string, title: string) => void;
}

const aMinuteMs = 60_000;

export const PastRequests = ({
  past,
  ...actions
}: BookActions & { readonly past: readonly PastRequest[] }) => {
  const nowMs = useNow(aMinuteMs);
  if (past.length === 0) return <p className={styles['none']}>{requestWords.noRecent}</p>;
  return (
    <ul aria-label={requestWords.recent} className={styles['list']}>
      {past.map((entry) => (
        <Item key={entry.id} entry={entry} title={titleOf(entry.request)} actions={actions}>
          <span className={styles['detail']}>
            {fromNow(Math.min(entry.sentAtMs, nowMs), nowMs)}
            {' · '}
            <Statuses answers={entry.answers} />
          </span>
        </Item>
      ))}
    </ul>
  );
};

export const SavedRequests = ({
  saved,
  ...actions
}: BookActions & { readonly saved: readonly SavedRequest[] }) => {
  if (saved.length === 0) return <p className={styles['none']}>{requestWords.noSaved}</p>;
  return (
    <ul aria-label={requestWords.saved} className={styles['list']}>
      {saved.map((entry) => (
        <Item key={entry.id} entry={entry} title={entry.name} actions={actions}>
          <span className={styles['detail']}>
            <bdi>{titleOf(entry.request)}</bdi>
          </span>
        </Item>
      ))}
    </ul>
  );
};

interface ItemProps {
  readonly entry: Pick<PastRequest, 'id' | 'request'>;
  readonly title: string;
  readonly actions: BookActions;
  readonly children: ReactNode;
}

const Item = ({ entry, title, actions, children }: ItemProps) => (
  <li className={styles['item']}>
    <AriaButton className={styles['fill'] ?? ''} onPress={() => actions.onFill(entry.request)}>
      <bdi className={styles['title']}>{title}</bdi>
      {children}
    </AriaButton>
    <Button
      look="icon"
      aria-label={requestWords.forget({ title })}
      onPress={() => actions.onForget(entry.id, title)}
    >
      <Trash2 size={16} aria-hidden="true" />
    </Button>
  </li>
);

/** Who was answered what: “Ana 200, Ben 403”. */
const Statuses = ({ answers }: Pick<PastRequest, 'answers'>) => {
  const users = useMirror((mirror) => mirror.users);
  return answers.map(({ userId, status }, index) => (
    <span key={userId}>
      {index > 0 && ', '}
      <bdi>{users.get(userId)?.name ?? requestWords.someoneGone}</bdi> {status ?? requestWords.noStatus}
    </span>
  ));
};
