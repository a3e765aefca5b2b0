import type { CommandInput } from '../../../app/contract/commands.ts';

type JsonObject = Extract<CommandInput<'logIn'>['method'], { kind: 'customFunction' }>['arguments'];
type JsonArray = CommandInput<'callFunction'>['arguments'];

type Json =
  | { readonly kind: 'object'; readonly value: JsonObject }
  | { readonly kind: 'array'; readonly value: JsonArray }
  | { readonly kind: 'other' };

/** What JSON a person typed; undefined where it is none. */
export const jsonIn = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (isArray(value)) return { kind: 'array', value };
    return isObject(value) ? { kind: 'object', value } : { kind: 'other' };
  } catch {
    return undefined;
  }
};

// What has been parsed as JSON is JSON all the way down.
const isArray = (value: unknown): value is JsonArray => Array.isArray(value);
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;
