import { useDeferredValue, useState } from 'react';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { UserView } from '../../../app/contract/views.ts';
import { isRunning, type Exchange, type Run } from '../../state/answers.ts';
import { useMirror } from '../../state/mirror.ts';
import { answers } from '../../state/window-answers.ts';
import { requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Selection } from '../../ui/selection.tsx';
import { AnswerCard } from './answer-card.tsx';
import styles from './answers.module.css';
import { titleOf } from './request-draft.ts';

interface AnswersProps {
  readonly exchange: Exchange;
  /** The button that did it is gone with them. */
  readonly onCleared: () => void;
}

/** What a user was answered, side by side with the others. */
export const Answers = ({ exchange, onCleared }: AnswersProps) => {
  const users = useMirror((mirror) => mirror.users);
  const [shown, setShown] = useState<'answers' | 'differences'>('answers');
  const [chosenBase, setChosenBase] = useState<UserId>();
  const answered = exchange.runs.filter(({ state }) => state.kind === 'answered');
  const base = answered.find(({ userId }) => userId === chosenBase) ?? answered[0];
  const mayCompare = answered.length > 1;
  // Large answers take a while to compare; the window goes on between one column and the next.
  const isComparing = useDeferredValue(mayCompare && shown === 'differences');
  const nameOf = (userId: UserId) => users.get(userId)?.name ?? requestWords.someoneGone;
  return (
    <section aria-label={requestWords.answers} className={styles['answers']}>
      <header className={styles['bar']}>
        <h2 className={styles['title']}>
          <bdi>{titleOf(exchange.request)}</bdi>
        </h2>
        {mayCompare && (
          <Segments label={requestWords.show} options={views()} chosenId={shown} onChoose={setShown} />
        )}
        {isComparing && (
          <div className={styles['base']}>
            <Selection
              label={requestWords.compareWith}
              options={answered.map(({ userId }) => ({ id: userId, name: nameOf(userId) }))}
              chosenId={base?.userId}
              onChoose={setChosenBase}
            />
          </div>
        )}
        {!isRunning(exchange) && (
          <Button
            look="link"
            onPress={() => {
              answers.dismiss(exchange.serviceId);
              onCleared();
            }}
          >
            {requestWords.clearAnswers}
          </Button>
        )}
      </header>
      <div className={styles['columns']}>
        {exchange.runs.map((run) => (
          <Column
            key={`${exchange.requestId} ${run.userId}`}
            run={run}
            user={users.get(run.userId)}
            base={isComparing ? base : undefined}
            baseName={base ? nameOf(base.userId) : ''}
          />
        ))}
      </div>
    </section>
  );
};

const views = () =>
  [
    { id: 'answers', name: requestWords.showAnswers },
    { id: 'differences', name: requestWords.showDifferences },
  ] as const;

interface ColumnProps {
  readonly run: Run;
  readonly user: UserView | undefined;
  readonly base: Run | undefined;
  readonly baseName: string;
}

const Column = ({ run, user, base, baseName }: ColumnProps) => {
  if (!user) return undefined;
  const comparison =
    base?.state.kind === 'answered'
      ? { answer: base.state.answer, name: baseName, isSelf: base.userId === run.userId }
      : undefined;
  return <AnswerCard run={run} user={user} comparison={comparison} />;
};
