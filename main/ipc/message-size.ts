import { severalLimit } from '../../app/contract/several-views.ts';

/** The most that one message from the window may be. A command needs far less. */
export interface MessageLimits {
  /** UTF-16 units, of all strings and keys together. */
  readonly characters: number;
  /** Values of any kind, containers included. */
  readonly nodes: number;
  readonly depth: number;
}

export const messageLimits: MessageLimits = { characters: 64 * 1024, nodes: 4_096, depth: 32 };

/** A request that a person writes has a body, which the contract bounds, and headers. */
const requestLimits: MessageLimits = { ...messageLimits, characters: 1_600_000 };
const withRequest: ReadonlySet<unknown> = new Set(['sendRequest', 'saveRequest', 'copyAsCurl']);

/** As many ids as the contract takes, of 64 letters each. */
const severalUsersLimits: MessageLimits = {
  ...messageLimits,
  characters: severalLimit * 64 + 1_024,
  nodes: severalLimit + 16,
};
const withSeveralUsers: ReadonlySet<unknown> = new Set(['lockUsers', 'logOutUsers', 'removeUsers']);

export const limitsOf = (command: unknown): MessageLimits => {
  if (withRequest.has(command)) return requestLimits;
  return withSeveralUsers.has(command) ? severalUsersLimits : messageLimits;
};

export type MessageProblem = 'tooLong' | 'malformed';

/**
 * Walks a message before anything else looks at it, no further than the limits: is it plain data (what JSON
 * has, and undefined), and small? Cycles end at the depth; an own `__proto__` key is malformed.
 */
export const messageProblemOf = (message: unknown, limits = messageLimits): MessageProblem | undefined => {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }];
  let nodes = 0;
  let characters = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    nodes += 1;
    if (nodes > limits.nodes || depth > limits.depth) return 'tooLong';
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value) && value.length > limits.nodes - nodes) return 'tooLong';
      const inner = partsOf(value);
      if (!inner) return 'malformed';
      if (inner.length > limits.nodes - nodes) return 'tooLong';
      for (const [key, part] of inner) {
        characters += key.length;
        waiting.push({ value: part, depth: depth + 1 });
      }
    } else if (!isPlainScalar(value)) return 'malformed';
    if (characters > limits.characters) return 'tooLong';
  }
  return undefined;
};

const isPlainScalar = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value);

/** Keys and values of a plain object, values of an array without holes; undefined for anything else. */
const partsOf = (value: object): readonly (readonly [key: string, part: unknown])[] | undefined => {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isList = Array.isArray(value);
  if (prototype !== null && prototype !== (isList ? Array.prototype : Object.prototype)) return undefined;
  const keys = Reflect.ownKeys(value).filter((key) => !(isList && key === 'length'));
  if (isList && keys.length !== value.length) return undefined;
  const parts: [string, unknown][] = [];
  for (const key of keys) {
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    if (typeof key !== 'string' || key === '__proto__' || !property || !('value' in property))
      return undefined;
    parts.push([isList ? '' : key, property.value]);
  }
  return parts;
};
