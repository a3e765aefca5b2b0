import { ArrowUpDown, Diff, Minus, Plus } from 'lucide-react';
import { requestWords } from '../../text/spoken.ts';
import styles from './differences.module.css';
import type { JsonDifference } from './json-differences.ts';
import { jsonLine } from './json-line.ts';
import type { JsonNode } from './json-node.ts';

interface JsonDifferencesProps {
  readonly label: string;
  readonly differences: readonly JsonDifference[];
}

const icons = { added: Plus, removed: Minus, changed: Diff, reordered: ArrowUpDown };

/** Each difference with where it is, a sign and a word for what it is, and the values. */
export const JsonDifferences = ({ label, differences }: JsonDifferencesProps) => (
  <ul aria-label={label} tabIndex={0} className={styles['list']}>
    {differences.map((difference) => {
      const Icon = icons[difference.kind];
      return (
        <li key={`${difference.kind} ${difference.path}`} className={styles['difference']}>
          <p className={styles['line']}>
            <Icon size={14} aria-hidden="true" />
            <span className={styles['word']}>{requestWords.kindsOfDifference[difference.kind]}</span>
            <bdi className={styles['path']}>{difference.path || requestWords.whole}</bdi>
          </p>
          {'before' in difference && <Value node={difference.before} isOld />}
          {'after' in difference && <Value node={difference.after} />}
        </li>
      );
    })}
  </ul>
);

const longestValue = 400;

const Value = ({ node, isOld = false }: { readonly node: JsonNode; readonly isOld?: boolean }) => {
  const Element = isOld ? 'del' : 'ins';
  return (
    <Element className={styles['value']}>
      <bdi>{jsonLine(node, longestValue)}</bdi>
    </Element>
  );
};
