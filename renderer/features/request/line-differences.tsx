import { requestWords } from '../../text/spoken.ts';
import type { LineSpan } from './compared-answers.ts';
import styles from './differences.module.css';

interface LineDifferencesProps {
  readonly label: string;
  readonly spans: readonly LineSpan[];
}

/** Lines that only one of the two has, with a few equal ones around them. */
export const LineDifferences = ({ label, spans }: LineDifferencesProps) => (
  <ul aria-label={label} tabIndex={0} className={styles['list']}>
    {spans.map((span, index) => (
      <li key={index}>
        <Span span={span} isFirst={index === 0} isLast={index === spans.length - 1} />
      </li>
    ))}
  </ul>
);

const linesAround = 2;
/** Of what differs, and of how long a line is, so much is drawn; the raw views have the rest. */
const mostLines = 300;
const longestLine = 2000;

interface SpanProps {
  readonly span: LineSpan;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const Span = ({ span: { kind, lines }, isFirst, isLast }: SpanProps) => {
  if (kind !== 'same') {
    const Element = kind === 'before' ? 'del' : 'ins';
    return <Element className={styles['value']}>{drawn(lines.slice(0, mostLines))}</Element>;
  }
  const before = isFirst ? [] : lines.slice(0, linesAround);
  const after = isLast ? [] : lines.slice(Math.max(before.length, lines.length - linesAround));
  const skippedCount = lines.length - before.length - after.length;
  return (
    <div className={styles['same']}>
      {before.length > 0 && <div>{drawn(before)}</div>}
      {skippedCount > 0 && (
        <div className={styles['skipped']}>{requestWords.skipped({ count: skippedCount })}</div>
      )}
      {after.length > 0 && <div>{drawn(after)}</div>}
    </div>
  );
};

const drawn = (lines: readonly string[]): string =>
  lines.map((line) => line.slice(0, longestLine)).join('\n');
