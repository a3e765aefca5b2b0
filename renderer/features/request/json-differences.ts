import { diffArrays } from 'diff';
import { readText, type JsonNode } from './json-node.ts';
import { Sameness } from './sameness.ts';

export type JsonDifference =
  | { readonly kind: 'added'; readonly path: string; readonly after: JsonNode }
  | { readonly kind: 'removed'; readonly path: string; readonly before: JsonNode }
  | { readonly kind: 'changed'; readonly path: string; readonly before: JsonNode; readonly after: JsonNode }
  /** The same things in another order. */
  | { readonly kind: 'reordered'; readonly path: string };

type List = Extract<JsonNode, { kind: 'list' }>;
type JsonRecord = Extract<JsonNode, { kind: 'record' }>;

/** Lists that differ in more than this are compared place by place: to line them up would take too long. */
const mostEdits = 400;

/** By what the things in a list are known, where each has one and no two have the same. */
const identityNames = ['_id', 'id', 'key', 'name', 'email'];

/** What the second value has other than the first, in the order of the paths. Equal values have no difference. */
export const jsonDifferences = (before: JsonNode, after: JsonNode): readonly JsonDifference[] => {
  const sameness = new Sameness();
  const found: JsonDifference[] = [];

  const compare = (path: string, one: JsonNode, other: JsonNode): void => {
    if (sameness.isSame(one, other)) return;
    if (one.kind === 'record' && other.kind === 'record') compareRecords(path, one, other);
    else if (one.kind === 'list' && other.kind === 'list') compareLists(path, one, other);
    else found.push({ kind: 'changed', path, before: one, after: other });
  };

  const compareRecords = (path: string, one: JsonRecord, other: JsonRecord): void => {
    const [ones, others] = [valuesOf(one), valuesOf(other)];
    for (const [name, node] of ones) {
      const there = others.get(name);
      const at = pathTo(path, name);
      if (there) compare(at, node, there);
      else found.push({ kind: 'removed', path: at, before: node });
    }
    for (const [name, node] of others)
      if (!ones.has(name)) found.push({ kind: 'added', path: pathTo(path, name), after: node });
  };

  const compareLists = (path: string, one: List, other: List): void => {
    const [ones, others] = [byIdentity(one, other), byIdentity(other, one)];
    if (!ones || !others) return compareInOrder(path, one, other);
    const countBefore = found.length;
    for (const [identity, { node, index }] of ones) {
      const there = others.get(identity);
      if (there) compare(`${path}[${there.index}]`, node, there.node);
      else found.push({ kind: 'removed', path: `${path}[${index}]`, before: node });
    }
    for (const [identity, { node, index }] of others)
      if (!ones.has(identity)) found.push({ kind: 'added', path: `${path}[${index}]`, after: node });
    if (found.length === countBefore) found.push({ kind: 'reordered', path });
  };

  const compareInOrder = (path: string, one: List, other: List): void => {
    const idsOf = ({ items }: List) => items.map((item) => sameness.idOf(item));
    const steps = diffArrays(idsOf(one), idsOf(other), { maxEditLength: mostEdits });
    if (!steps)
      return compareSpans(
        path,
        { one, from: 0, to: one.items.length },
        { other, from: 0, to: other.items.length },
      );
    let [at, otherAt] = [0, 0];
    for (const [index, { added, removed, count }] of steps.entries()) {
      if (removed) {
        const next = steps[index + 1];
        const addedCount = next?.added ? next.count : 0;
        compareSpans(
          path,
          { one, from: at, to: at + count },
          { other, from: otherAt, to: otherAt + addedCount },
        );
        at += count;
        otherAt += addedCount;
      } else if (added) {
        if (!steps[index - 1]?.removed) {
          compareSpans(path, { one, from: at, to: at }, { other, from: otherAt, to: otherAt + count });
          otherAt += count;
        }
      } else {
        at += count;
        otherAt += count;
      }
    }
  };

  /** Two stretches of lists, of which nothing is the same: place by place, then what one has more. */
  const compareSpans = (
    path: string,
    { one, from, to }: { readonly one: List; readonly from: number; readonly to: number },
    there: { readonly other: List; readonly from: number; readonly to: number },
  ): void => {
    const length = Math.max(to - from, there.to - there.from);
    for (let step = 0; step < length; step += 1) {
      const node = from + step < to ? one.items[from + step] : undefined;
      const index = there.from + step;
      const otherNode = index < there.to ? there.other.items[index] : undefined;
      if (node && otherNode) compare(`${path}[${index}]`, node, otherNode);
      else if (node) found.push({ kind: 'removed', path: `${path}[${from + step}]`, before: node });
      else if (otherNode) found.push({ kind: 'added', path: `${path}[${index}]`, after: otherNode });
    }
  };

  compare('', before, after);
  return found;
};

/** Of equal names the last counts, as for every parser. */
const valuesOf = ({ entries }: JsonRecord): ReadonlyMap<string, JsonNode> =>
  new Map(entries.map(({ name, node }) => [name, node]));

interface Placed {
  readonly node: JsonNode;
  readonly index: number;
}

/** The things of a list by what they are known by; undefined where that does not tell them apart in both lists. */
const byIdentity = (list: List, other: List): ReadonlyMap<string, Placed> | undefined => {
  for (const name of identityNames) {
    const placed = placedBy(list, name);
    if (placed && placedBy(other, name)) return placed;
  }
  return undefined;
};

const placedBy = ({ items }: List, name: string): ReadonlyMap<string, Placed> | undefined => {
  const placed = new Map<string, Placed>();
  for (const [index, node] of items.entries()) {
    const identity = node.kind === 'record' ? valuesOf(node).get(name) : undefined;
    const text = identity && identityText(identity);
    if (text === undefined || placed.has(text)) return undefined;
    placed.set(text, { node, index });
  }
  return placed;
};

/** Also that of extended JSON, `{"$oid": "…"}`. */
const identityText = (node: JsonNode): string | undefined => {
  if (node.kind === 'text' || node.kind === 'number') return node.source;
  const [only, ...more] = node.kind === 'record' ? node.entries : [];
  return only?.name.startsWith('$') && more.length === 0 && only.node.kind === 'text'
    ? readText(only.node.source)
    : undefined;
};

const pathTo = (path: string, name: string): string => {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
};
