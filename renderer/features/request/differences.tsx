import { useMemo, useState } from 'react';
import type { Answer } from '../../../app/contract/request-views.ts';
import { requestWords } from '../../text/spoken.ts';
import { statusWords } from '../../text/status-words.ts';
import { Button } from '../../ui/button.tsx';
import { comparedAnswers, differenceCount, type AnswerComparison } from './compared-answers.ts';
import hidden from '../../ui/hidden.module.css';
import styles from './differences.module.css';
import { JsonDifferences } from './json-difference-list.tsx';
import { LineDifferences } from './line-differences.tsx';

interface DifferencesProps {
  readonly base: Answer;
  readonly baseName: string;
  readonly answer: Answer;
}

/** What this answer has other than the one it is compared with. */
export const Differences = ({ base, baseName, answer }: DifferencesProps) => {
  const comparison = useMemo(() => comparedAnswers(base, answer), [base, answer]);
  const count = differenceCount(comparison);
  const isSame = comparison.isSameStatus && comparison.content.kind === 'same';
  return (
    <>
      <p className={styles['sum']}>
        {isSame && requestWords.same({ base: baseName })}
        {count > 0 && requestWords.differences({ count, base: baseName })}
      </p>
      {!comparison.isSameStatus && (
        <p className={styles['status']}>
          <span className={styles['word']}>{requestWords.statusDiffers}</span>
          <span dir="ltr">
            {statusWords(base.status, base.statusText)}
            <span aria-hidden="true"> → </span>
            <span className={hidden['hidden']}> {requestWords.here} </span>
            <strong>{statusWords(answer.status, answer.statusText)}</strong>
          </span>
        </p>
      )}
      <ContentDifferences content={comparison.content} baseName={baseName} />
    </>
  );
};

/** So many are drawn at first. */
const shownAtFirst = 200;

interface ContentDifferencesProps {
  readonly content: AnswerComparison['content'];
  readonly baseName: string;
}

const ContentDifferences = ({ content, baseName }: ContentDifferencesProps) => {
  const [isWhole, setIsWhole] = useState(false);
  const label = requestWords.differencesFrom({ base: baseName });
  const limit = isWhole ? Number.POSITIVE_INFINITY : shownAtFirst;
  const showAll = (count: number) =>
    count > limit && (
      <Button look="link" onPress={() => setIsWhole(true)}>
        {requestWords.showAllDifferences({ count })}
      </Button>
    );
  switch (content.kind) {
    case 'json':
      return (
        <>
          <JsonDifferences label={label} differences={content.differences.slice(0, limit)} />
          {showAll(content.differences.length)}
        </>
      );
    case 'lines':
      return (
        <>
          <LineDifferences label={label} spans={content.spans.slice(0, limit)} />
          {showAll(content.spans.length)}
        </>
      );
    case 'nothingAlike':
      return <p className={styles['none']}>{requestWords.nothingAlike}</p>;
    case 'unknown':
      return <p className={styles['none']}>{requestWords.notCompared}</p>;
    default:
      return undefined;
  }
};
