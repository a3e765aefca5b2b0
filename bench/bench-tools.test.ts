import { describe, expect, it } from 'vitest';
import { parseArguments } from './bench-arguments.ts';
import { tableOf } from './bench-table.ts';
import { isMet } from './measure.ts';
import { median, percentile, summaryOf } from './statistics.ts';

describe('percentiles', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => ((n * 37) % 100) + 1);

  it('are values that were measured, by nearest rank', () => {
    expect(summaryOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
    expect(summaryOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
    expect(median([3, 1, 2, 4])).toBe(2);
    // Ten and a hundred are told apart as numbers, not as texts.
    expect(percentile([100, 9, 10], 0.5)).toBe(10);
    expect(percentile([1, 2, 3], 1)).toBe(3);
  });

  it('leave what they sum up as it is', () => {
    const values = [3, 1, 2];
    summaryOf(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it.each([0, -1, 1.01, Number.NaN])('of a share of %s there is none', (share) => {
    expect(() => percentile([1], share)).toThrow(RangeError);
  });

  it('of nothing there is none', () => {
    expect(() => summaryOf([])).toThrow('There is nothing to sum up');
  });
});

describe('the arguments', () => {
  const known = ['switch', 'restart'];
  it.each([
    [[], { names: known, sizes: [] }],
    [['restart'], { names: ['restart'], sizes: [] }],
    [['restart', '10', '2000'], { names: ['restart'], sizes: [10, 2000] }],
    [['50'], { names: known, sizes: [50] }],
  ])('%j', (args, value) => {
    expect(parseArguments(args, known)).toEqual({ kind: 'arguments', value });
  });

  it.each([
    [['nonsense'], 'There is no measure nonsense. There are: switch, restart.'],
    [['switch', 'restart'], 'restart is no number of users: 1 to 100000 can be measured.'],
    [['switch', '0'], '0 is no number of users: 1 to 100000 can be measured.'],
    [['switch', '-5'], '-5 is no number of users: 1 to 100000 can be measured.'],
    [['switch', '1e3'], '1e3 is no number of users: 1 to 100000 can be measured.'],
    [['switch', '1.5'], '1.5 is no number of users: 1 to 100000 can be measured.'],
    [['100001'], '100001 is no number of users: 1 to 100000 can be measured.'],
    [['switch', '10', '10'], '10 is there twice.'],
  ])('%j are refused', (args, sentence) => {
    expect(parseArguments(args, known)).toEqual({ kind: 'refused', sentence });
  });
});

describe('the table', () => {
  const value = { count: 200, p50: 12.345, p95: 20, p99: 1234.5, max: 0.5 };

  it('says what was found and whether it is enough', () => {
    expect(
      tableOf([
        { what: 'switch', users: 10_000, unit: 'ms', value, target: { of: 'p99', atMost: 34 } },
        { what: 'faster', unit: '×', value: 150, target: { of: 'value', atLeast: 100 } },
      ]),
    ).toBe(
      [
        '| what | users | p50 | p95 | p99 | max | n | target |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        '| switch | 10,000 | 12.3 ms | 20.0 ms | 1,235 ms | 0.50 ms | 200 | p99 ≤ 34 ms: missed |',
        '| faster |  | 150 × |  |  |  |  | ≥ 100 ×: met |',
      ].join('\n'),
    );
  });

  it('knows a target that is met from one that is missed', () => {
    const finding = { what: 'switch', unit: 'ms', value } as const;
    expect(isMet({ ...finding, target: { of: 'p50', atMost: 12.345 } })).toBe(true);
    expect(isMet({ ...finding, target: { of: 'p50', atMost: 12.3 } })).toBe(false);
    expect(isMet({ ...finding, value: 99, target: { of: 'value', atLeast: 100 } })).toBe(false);
    expect(isMet(finding)).toBeUndefined();
  });
});
