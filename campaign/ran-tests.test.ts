import { expect, test } from 'vitest';
import { ranInPlaywright, ranInVitest } from './ran-tests.ts';

test('Vitest: titles from the outermost, and a file that does not load', () => {
  const assertion = (title: string, status: string) => ({ ancestorTitles: ['B7: sealing'], title, status });
  const report = {
    testResults: [
      {
        name: 'one.test.ts',
        status: 'failed',
        assertionResults: [
          assertion('holds', 'passed'),
          assertion('breaks', 'failed'),
          assertion('waits', 'pending'),
        ],
      },
      { name: 'two.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(ranInVitest(report)).toEqual([
    { titles: ['B7: sealing', 'holds'], result: 'passed' },
    { titles: ['B7: sealing', 'breaks'], result: 'failed' },
    { titles: ['B7: sealing', 'waits'], result: 'skipped' },
    { titles: ['two.test.ts'], result: 'failed' },
  ]);
});

test('Playwright: every result, at any depth, and what kept it from running', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const report = {
    suites: [
      {
        title: 'keys.spec.ts',
        specs: [spec('A2: one', 'expected'), spec('two', 'flaky')],
        suites: [{ title: 'C4: inner', specs: [spec('three', 'unexpected'), spec('four', 'skipped')] }],
      },
    ],
    errors: [{ message: 'timed out as a whole' }],
  };
  expect(ranInPlaywright(report)).toEqual([
    { titles: ['timed out as a whole'], result: 'failed' },
    { titles: ['keys.spec.ts', 'A2: one'], result: 'passed' },
    { titles: ['keys.spec.ts', 'two'], result: 'failed' },
    { titles: ['keys.spec.ts', 'C4: inner', 'three'], result: 'failed' },
    { titles: ['keys.spec.ts', 'C4: inner', 'four'], result: 'skipped' },
  ]);
});
