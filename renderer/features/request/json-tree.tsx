import { ChevronRight } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { requestWords } from '../../text/spoken.ts';
import { useRemPx } from '../../state/use-rem-px.ts';
import { jsonLine } from './json-line.ts';
import { childCount, isContainer, type JsonNode } from './json-node.ts';
import { jsonRows, rowNearest, type Folds, type JsonRow } from './json-rows.ts';
import styles from './json-tree.module.css';
import { useRowsInSight } from './rows-in-sight.ts';
import { treeStep } from './tree-step.ts';

interface JsonTreeProps {
  readonly label: string;
  readonly node: JsonNode;
}

const rowRem = 1.5;
/** More of a value is in the raw view. */
const longestValue = 1000;

/** JSON as a tree that opens and closes; only the lines in sight are drawn. */
export const JsonTree = ({ label, node }: JsonTreeProps) => {
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [folds, setFolds] = useState<Folds>(() => new Map());
  const [currentId, setCurrentId] = useState('');
  const rowPx = rowRem * useRemPx();
  const rows = useMemo(() => jsonRows(node, folds), [node, folds]);
  const { from, to } = useRowsInSight(scroller, rowPx, rows.length);
  // What was closed may have held the current line; the one that was closed is then the current one.
  const current = useMemo(() => rowNearest(rows, currentId), [rows, currentId]);
  const isCurrentDrawn = current >= from && current < to;

  const fold = (id: string, isOpen: boolean) => setFolds((before) => new Map(before).set(id, isOpen));

  const press = (event: KeyboardEvent) => {
    const step = treeStep(event.key, rows, current);
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (step.kind === 'fold') fold(step.id, step.isOpen);
    else {
      setCurrentId(rows[step.to]?.id ?? '');
      scrollTo(step.to);
    }
  };

  const scrollTo = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = index * rowPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowPx > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowPx - element.clientHeight;
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      // It is code, whichever way the language is written.
      dir="ltr"
      aria-activedescendant={isCurrentDrawn ? `${treeId}${rows[current]?.id}` : undefined}
      tabIndex={0}
      onKeyDown={press}
      className={styles['tree']}
    >
      <div role="presentation" style={{ height: rows.length * rowPx }} className={styles['whole']}>
        <div role="presentation" style={{ translate: `0 ${from * rowPx}px` }} className={styles['seen']}>
          {rows.slice(from, to).map((row, index) => (
            <Row
              key={row.id}
              domId={`${treeId}${row.id}`}
              row={row}
              isCurrent={from + index === current}
              onPress={() => {
                setCurrentId(row.id);
                if (row.isOpen !== undefined) fold(row.id, !row.isOpen);
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
};

interface RowProps {
  readonly domId: string;
  readonly row: JsonRow;
  readonly isCurrent: boolean;
  readonly onPress: () => void;
}

/** The tree takes the keys for all of its lines. */
const Row = ({ domId, row, isCurrent, onPress }: RowProps) => (
  <div
    id={domId}
    role="treeitem"
    aria-level={row.depth + 1}
    aria-posinset={row.position}
    aria-setsize={row.size}
    aria-expanded={row.isOpen}
    aria-selected={isCurrent}
    data-current={isCurrent || undefined}
    style={{ '--depth': String(Math.min(row.depth, 24)) }}
    onClick={onPress}
    className={styles['row']}
  >
    {row.isOpen === undefined ? (
      <span className={styles['noSign']} />
    ) : (
      <ChevronRight
        size={14}
        aria-hidden="true"
        data-open={row.isOpen || undefined}
        className={styles['sign']}
      />
    )}
    {row.name !== undefined && <bdi className={styles['key']}>{row.name}</bdi>}
    {row.name !== undefined && ': '}
    <Value node={row.node} />
  </div>
);

const Value = ({ node }: { readonly node: JsonNode }) => {
  if (!isContainer(node) || childCount(node) === 0) return <bdi>{jsonLine(node, longestValue)}</bdi>;
  const count = childCount(node);
  return (
    <span className={styles['count']}>
      {node.kind === 'list'
        ? `[ ${requestWords.items({ count })} ]`
        : `{ ${requestWords.fields({ count })} }`}
    </span>
  );
};
