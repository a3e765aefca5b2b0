import { childCount, isContainer, type JsonEntry, type JsonNode } from './json-node.ts';

/** One line of a tree of JSON. */
export interface JsonRow {
  /** Where it is: the places of it and of what holds it, each among its own. */
  readonly id: string;
  /** The root's is 0. */
  readonly depth: number;
  /** The key, or the index in a list; the root has none. */
  readonly name: string | undefined;
  readonly node: JsonNode;
  /** Undefined for what holds nothing. */
  readonly isOpen: boolean | undefined;
  /** Counted from one, among `size` siblings. */
  readonly position: number;
  readonly size: number;
}

/** What was opened and closed by hand, by the id of its row. */
export type Folds = ReadonlyMap<string, boolean>;

/** Small JSON is open as a whole; of more, the first levels. */
const openAsAWhole = 200;
const openLevels = 2;

/** The lines that are to be seen, from top to bottom. */
export const jsonRows = (root: JsonNode, folds: Folds): readonly JsonRow[] => {
  const levels = nodesUpTo(root, openAsAWhole) ? Number.POSITIVE_INFINITY : openLevels;
  const rows: JsonRow[] = [];
  const add = (node: JsonNode, place: Omit<JsonRow, 'node' | 'isOpen'>): void => {
    const isOpen = childCount(node) > 0 ? (folds.get(place.id) ?? place.depth < levels) : undefined;
    rows.push({ ...place, node, isOpen });
    if (!isOpen) return;
    for (const [index, child] of childrenOf(node).entries())
      add(child.node, {
        id: `${place.id}/${index}`,
        depth: place.depth + 1,
        name: child.name,
        position: index + 1,
        size: childCount(node),
      });
  };
  add(root, { id: '', depth: 0, name: undefined, position: 1, size: 1 });
  return rows;
};

export const parentId = (id: string): string | undefined =>
  id === '' ? undefined : id.slice(0, id.lastIndexOf('/'));

/** The place of a row, or of what holds it where that is closed by now. */
export const rowNearest = (rows: readonly JsonRow[], id: string): number => {
  const places = new Map(rows.map((row, index) => [row.id, index]));
  let at: string | undefined = id;
  while (at !== undefined && !places.has(at)) at = parentId(at);
  return (at === undefined ? undefined : places.get(at)) ?? 0;
};

const childrenOf = (node: JsonNode): readonly JsonEntry[] => {
  if (node.kind === 'record') return node.entries;
  return node.kind === 'list' ? node.items.map((item, index) => ({ name: String(index), node: item })) : [];
};

/** Does it hold no more than that many values? */
const nodesUpTo = (root: JsonNode, limit: number): boolean => {
  const waiting = [root];
  let count = 0;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    count += 1;
    if (count > limit) return false;
    if (isContainer(node)) for (const child of childrenOf(node)) waiting.push(child.node);
  }
  return true;
};
