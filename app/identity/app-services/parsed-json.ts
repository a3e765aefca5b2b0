import type { JsonValue } from '../../ports.ts';
import { isShallow } from './json-depth.ts';

export type ParsedJson = { readonly kind: 'json'; readonly value: JsonValue } | { readonly kind: 'notJson' };

/** What is nested beyond all measure counts as no JSON. */
export const parseJson = (text: string): ParsedJson => {
  if (!isShallow(text)) return { kind: 'notJson' };
  try {
    const value: JsonValue = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return { kind: 'notJson' };
  }
};
