import type { Summary } from './statistics.ts';

/** One line of what was found. */
export interface Finding {
  /** What was measured, as it stands in the table: `key press → badge`. */
  readonly what: string;
  /** How many users there were, where that matters. */
  readonly users?: number;
  readonly unit: 'ms' | 'MB' | '×' | '%' | 'kB';
  readonly value: Summary | number;
  readonly target?: Target;
}

/** `atMost` or `atLeast` of the p50, the p99, or the one value. */
export interface Target {
  readonly of: 'p50' | 'p99' | 'value';
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Measure {
  readonly name: string;
  /** One sentence: what it is, from where to where. */
  readonly about: string;
  /** Numbers of users, unless others are asked for. */
  readonly sizes: readonly number[];
  run(sizes: readonly number[], tell: (line: string) => void): Promise<readonly Finding[]>;
}

export const isMet = ({ value, target }: Finding): boolean | undefined => {
  if (!target) return undefined;
  if (typeof value !== 'number' && target.of === 'value') return undefined;
  const found = typeof value === 'number' ? value : target.of === 'p99' ? value.p99 : value.p50;
  return found <= (target.atMost ?? Infinity) && found >= (target.atLeast ?? -Infinity);
};
