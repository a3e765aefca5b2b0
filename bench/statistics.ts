/** What is told of some measured values. */
export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The smallest value that at least that share of them does not exceed (nearest rank). */
export const percentile = (values: readonly number[], share: number): number => {
  if (!(share > 0 && share <= 1)) throw new RangeError('A share is above 0 and at most 1');
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.ceil(share * sorted.length) - 1];
  if (value === undefined) throw new RangeError('There is nothing to sum up');
  return value;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const summaryOf = (values: readonly number[]): Summary => ({
  count: values.length,
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
  max: Math.max(...values),
});
