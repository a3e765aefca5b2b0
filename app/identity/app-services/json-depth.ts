import type { JsonValue } from '../../ports.ts';

/** Deeper than anybody means: whoever walks through a value by calling itself runs out of stack on such. */
const depthLimit = 100;

export const isShallow = (value: JsonValue): boolean => {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthLimit) return false;
    level = level.flatMap((member) =>
      typeof member === 'object' && member !== null ? Object.values(member) : [],
    );
  }
  return true;
};
