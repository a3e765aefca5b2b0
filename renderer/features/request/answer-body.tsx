import { useState } from 'react';
import type { Answer, Header } from '../../../app/contract/request-views.ts';
import { byteSize } from '../../text/byte-size.ts';
import { requestWords } from '../../text/spoken.ts';
import { Segments } from '../../ui/segments.tsx';
import styles from './answer-body.module.css';
import { answerJson } from './answer-json.ts';
import { JsonTree } from './json-tree.tsx';
import { LongText } from './long-text.tsx';

interface AnswerBodyProps {
  readonly answer: Answer;
  readonly name: string;
}

type View = keyof typeof requestWords.views;

/** Content and headers of an answer. All of it is text, whatever the service meant it to be. */
export const AnswerBody = ({ answer, name }: AnswerBodyProps) => {
  const text = answer.content.kind === 'text' ? answer.content.text : undefined;
  const json = answerJson(answer);
  const [chosen, setChosen] = useState<View>();
  const ids: readonly View[] = json ? ['tree', 'raw', 'headers'] : ['raw', 'headers'];
  const shown = chosen ?? ids[0] ?? 'raw';
  const label = requestWords.bodyOf({ name });
  return (
    <>
      <Segments
        label={requestWords.view({ name })}
        options={ids.map((id) => ({ id, name: requestWords.views[id] }))}
        chosenId={shown}
        onChoose={setChosen}
      />
      {shown === 'headers' && <Headers headers={answer.headers} />}
      {shown === 'tree' && json && <JsonTree label={label} node={json} />}
      {shown === 'raw' &&
        (text === undefined || text === '' ? (
          <p className={styles['none']}>
            {text === '' ? requestWords.emptyBody : requestWords.binary({ size: byteSize(answer.byteCount) })}
          </p>
        ) : (
          <LongText label={label} text={text} />
        ))}
    </>
  );
};

const Headers = ({ headers }: { readonly headers: readonly Header[] }) => {
  if (headers.length === 0) return <p className={styles['none']}>{requestWords.noHeaders}</p>;
  return (
    <dl className={styles['headers']}>
      {headers.map(({ name, value }, index) => (
        <div key={index} className={styles['header']}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
};
