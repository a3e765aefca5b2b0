import { Ban, Check, CircleAlert, Copy, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { Answer } from '../../../app/contract/request-views.ts';
import type { UserView } from '../../../app/contract/views.ts';
import type { Run, RunState } from '../../state/answers.ts';
import { useMirror } from '../../state/mirror.ts';
import { announce, showAlert } from '../../state/view.ts';
import { answerTime } from '../../text/answer-time.ts';
import { byteSize } from '../../text/byte-size.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { requestWords } from '../../text/spoken.ts';
import { statusWords } from '../../text/status-words.ts';
import { Button } from '../../ui/button.tsx';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { wearing } from '../../ui/identities.ts';
import { Message } from '../../ui/message.tsx';
import { AnswerBody } from './answer-body.tsx';
import styles from './answer-card.module.css';
import { copyText } from './copied-text.ts';
import { Differences } from './differences.tsx';
import { LongText } from './long-text.tsx';

export interface Comparison {
  /** The one that is compared with. */
  readonly answer: Answer;
  readonly name: string;
  /** Is it this very one? */
  readonly isSelf: boolean;
}

interface AnswerCardProps {
  readonly run: Run;
  readonly user: UserView;
  readonly comparison: Comparison | undefined;
}

/** What one user was answered, under that user's name and mark, whoever is active by now. */
export const AnswerCard = ({ run, user, comparison }: AnswerCardProps) => {
  const titleId = useId();
  return (
    <article aria-labelledby={titleId} className={styles['card']}>
      <header className={styles['head']} {...wearing(user.colour)}>
        <IdentityMark colour={user.colour} initials={user.initials} size="small" look="inverted" />
        <div className={styles['texts']}>
          <h3 id={titleId} className={styles['name']}>
            <bdi>{user.name}</bdi>
          </h3>
          <Attribution run={run} name={user.name} />
        </div>
      </header>
      <Progress state={run.state} />
      <Content run={run} user={user} comparison={comparison} />
    </article>
  );
};

/** Whose it is, in words: the active account's, or that of who was active when it was sent. */
const Attribution = ({ run, name }: { readonly run: Run; readonly name: string }) => {
  const isActive = useMirror(({ activeId }) => activeId === run.userId);
  if (!run.wasActive) return undefined;
  return (
    <p className={styles['attribution']}>
      {isActive ? requestWords.sentAsActive : requestWords.wasActive({ name })}
    </p>
  );
};

const Progress = ({ state }: { readonly state: RunState }) => {
  if (state.kind === 'failed') return undefined;
  const { Icon, words } = progressOf(state);
  return (
    <div className={styles['progress']}>
      <Icon size={16} aria-hidden="true" data-waiting={state.kind === 'waiting' || undefined} />
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {state.kind === 'answered' && <CopyButton answer={state.answer} />}
    </div>
  );
};

const CopyButton = ({ answer: { content } }: { readonly answer: Answer }) =>
  content.kind === 'text' &&
  content.text !== '' && (
    <span className={styles['copy']}>
      <Button look="icon" aria-label={requestWords.copyBody} onPress={() => copy(content.text)}>
        <Copy size={16} aria-hidden="true" />
      </Button>
    </span>
  );

const copy = (text: string): void => {
  if (copyText(text)) announce(requestWords.copied);
  else showAlert(() => requestWords.notCopied);
};

const progressOf = (state: Exclude<RunState, { kind: 'failed' }>) => {
  if (state.kind === 'answered') {
    const { status, statusText, durationMs, byteCount } = state.answer;
    return {
      Icon: iconOf(status),
      words: [statusWords(status, statusText), answerTime(durationMs), byteSize(byteCount)],
    };
  }
  const { head, byteCount } = state;
  const words = head
    ? [statusWords(head.status, head.statusText), requestWords.soFar({ size: byteSize(byteCount) })]
    : [requestWords.waiting];
  return { Icon: LoaderCircle, words };
};

/** A sign beside the words, so that a failure is seen from afar and without colour. */
const iconOf = (status: number) => {
  if (status < 300) return Check;
  return status < 400 ? CircleAlert : TriangleAlert;
};

const Content = ({ run: { state }, user, comparison }: AnswerCardProps) => {
  if (state.kind === 'waiting')
    return state.text === '' ? undefined : (
      <div className={styles['content']}>
        <LongText label={requestWords.bodyOf({ name: user.name })} text={state.text} />
      </div>
    );
  if (state.kind === 'failed') return <Failure state={state} />;
  return (
    <div className={styles['content']}>
      {state.answer.isCut && (
        <Message tone="warning">{requestWords.cut({ size: byteSize(state.answer.byteCount) })}</Message>
      )}
      {comparison && !comparison.isSelf ? (
        <Differences base={comparison.answer} baseName={comparison.name} answer={state.answer} />
      ) : (
        <>
          {comparison && <p className={styles['base']}>{requestWords.base}</p>}
          <AnswerBody answer={state.answer} name={user.name} />
        </>
      )}
    </div>
  );
};

const Failure = ({ state: { error } }: { readonly state: Extract<RunState, { kind: 'failed' }> }) => {
  if (error.code === 'cancelled')
    return (
      <p className={styles['progress']}>
        <Ban size={16} aria-hidden="true" />
        {requestWords.cancelled}
      </p>
    );
  return (
    <div className={styles['content']}>
      <Message tone="fault" role="alert">
        {error.code === 'userLoggedOut' ? requestWords.loggedOutMeanwhile : sentenceOf(error)}
      </Message>
    </div>
  );
};
