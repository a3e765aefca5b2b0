import type { JsonValue } from '../../ports.ts';

export type ParsedJson = { readonly kind: 'json'; readonly value: JsonValue } | { readonly kind: 'notJson' };

export const parseJson = (text: string): ParsedJson => {
  try {
    const value: JsonValue = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return { kind: 'notJson' };
  }
};
