import { expect, test } from 'vitest';
import { countLine, countOfRun, countPlaywright, countVitest, exitCodeOf, sum } from './test-count.mjs';

const count = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

test('the last line names skipped tests only where there are any', () => {
  expect(countLine(count(3, 1))).toBe('3 passed, 1 failed');
  expect(countLine(count(3, 0, 2))).toBe('3 passed, 0 failed, 2 skipped');
});

test('a run succeeds only if something passed and nothing failed', () => {
  expect(exitCodeOf(count(3, 0))).toBe(0);
  expect(exitCodeOf(count(3, 1))).toBe(1);
  expect(exitCodeOf(count(0, 0, 4))).toBe(1);
});

test('counts of all parts add up', () => {
  expect(sum([count(1, 2, 3), count(10, 20, 30)])).toEqual(count(11, 22, 33));
});

test('a file that Vitest could not load is one failure', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  };
  expect(countVitest(report)).toEqual(count(4, 2, 2));
});

test('a flaky test of Playwright is a failure', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(countPlaywright(report)).toEqual(count(5, 2, 2));
});

test('a run that left no report, died, or ran nothing failed at least once', () => {
  expect(countOfRun(undefined, 0)).toEqual(count(0, 1));
  expect(countOfRun(count(7, 0), 1)).toEqual(count(7, 1));
  expect(countOfRun(count(0, 0), 0)).toEqual(count(0, 1));
  expect(countOfRun(count(7, 2), 1)).toEqual(count(7, 2));
  expect(countOfRun(count(7, 0), 0)).toEqual(count(7, 0));
});
