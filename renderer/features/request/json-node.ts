import { isJson, jsonTokens } from './json-tokens.ts';

/** A value of JSON text. `source` is what stands in the text, quotes and all. */
export type JsonNode =
  | { readonly kind: 'text' | 'number' | 'word'; readonly source: string }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'record'; readonly entries: readonly JsonEntry[] };

export interface JsonEntry {
  readonly name: string;
  readonly node: JsonNode;
}

/** Deeper JSON is shown as text: nobody reads it as a tree, and whatever walks it would run out of stack. */
const deepest = 200;

type Open =
  | { readonly kind: 'list'; readonly items: JsonNode[] }
  | { readonly kind: 'record'; readonly entries: JsonEntry[]; name: string | undefined };

/** The value that JSON text says; undefined for what is no JSON, or too deep to be read as a tree. */
export const jsonNodeIn = (text: string): JsonNode | undefined => {
  if (!isJson(text)) return undefined;
  const open: Open[] = [];
  let whole: JsonNode | undefined;
  const put = (node: JsonNode): void => {
    const into = open.at(-1);
    if (!into) whole = node;
    else if (into.kind === 'list') into.items.push(node);
    else {
      into.entries.push({ name: into.name ?? '', node });
      into.name = undefined;
    }
  };
  for (const token of jsonTokens(text)) {
    const into = open.at(-1);
    if (token === '[') open.push({ kind: 'list', items: [] });
    else if (token === '{') open.push({ kind: 'record', entries: [], name: undefined });
    else if (token === ']' || token === '}') {
      const closed = open.pop();
      if (closed) put(closed.kind === 'list' ? closed : { kind: 'record', entries: closed.entries });
    } else if (token === ',' || token === ':') continue;
    else if (into?.kind === 'record' && into.name === undefined) into.name = readText(token);
    else put({ kind: kindOf(token), source: token });
    if (open.length > deepest) return undefined;
  }
  return whole;
};

const kindOf = (token: string): 'text' | 'number' | 'word' => {
  if (token.startsWith('"')) return 'text';
  return /^[-\d]/u.test(token) ? 'number' : 'word';
};

/** What a string of JSON says. */
export const readText = (source: string): string => {
  const value: unknown = JSON.parse(source);
  return typeof value === 'string' ? value : source;
};

export const isContainer = (node: JsonNode): node is Extract<JsonNode, { kind: 'list' | 'record' }> =>
  node.kind === 'list' || node.kind === 'record';

export const childCount = (node: JsonNode): number => {
  if (node.kind === 'list') return node.items.length;
  return node.kind === 'record' ? node.entries.length : 0;
};
