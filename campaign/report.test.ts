import { expect, test } from 'vitest';
import {
  failuresOf,
  reportOf,
  type CampaignPart,
  type CampaignRun,
  type RanPart,
  type RanTest,
} from './report.ts';
import { faultMatrix } from './rows.ts';

const ids = faultMatrix.flatMap(({ rows }) => rows.map(({ id }) => id));
const passed = (title: string): RanTest => ({ titles: ['a file', title], result: 'passed' });

const part = (changed: Partial<RanPart> = {}): RanPart => ({
  startedAtMs: Date.UTC(2026, 10, 29, 12, 30),
  tookMs: 65 * 60_000,
  hotseatVersion: '0.1.0',
  commit: { id: 'abc1234', isChanged: false },
  electron: { version: '45.4.1', isOfficial: true },
  seed: 7,
  share: 1,
  died: undefined,
  tests: [],
  tallies: [],
  ...changed,
});
const every = ids.map((id) => passed(`${id}: survives`));
const run = (
  store: Partial<RanPart> = {},
  app: CampaignPart = { name: 'app', ran: part() },
): CampaignRun => ({
  system: 'Linux 6.1, x64',
  parts: [{ name: 'store', ran: part({ tests: every, ...store }) }, app],
});
const rowOf = (report: string, id: string): string | undefined =>
  report.split('\n').find((line) => line.startsWith(`| ${id} |`));

test('a whole run has every row, and says what it ran on', () => {
  const report = reportOf(run());
  expect(failuresOf(run())).toEqual([]);
  for (const id of ids) expect(rowOf(report, id)).toContain('1 passed');
  expect(report).toContain('On Linux 6.1, x64.');
  expect(report).toContain(
    '| app | 2026-11-29 12:30 UTC | 65 minutes | 0.1.0, commit `abc1234` | 45.4.1, the official runtime | 7 | full |',
  );
  expect(report).toContain('Nothing failed, and nothing was lost.');
  expect(report).not.toContain('not run');
});

test('an unofficial runtime, changed sources and smaller amounts are told', () => {
  const report = reportOf(
    run({
      electron: { version: '42.0.0', isOfficial: false },
      commit: { id: 'abc1234', isChanged: true },
      share: 0.25,
    }),
  );
  expect(report).toContain('42.0.0, an unofficial re-packing');
  expect(report).toContain('with changes that are in no commit');
  expect(report).toContain('| 25 % |');
});

test('a test counts for every row in its title, and in that of what it stands in', () => {
  const tests: RanTest[] = [
    { titles: ['B1, B3: the keyring', 'B3: comes back'], result: 'passed' },
    { titles: ['B3: is another'], result: 'skipped' },
  ];
  const report = reportOf(run({ tests }));
  expect(rowOf(report, 'B1')).toContain('| 1 passed |');
  expect(rowOf(report, 'B3')).toContain('| 1 passed, 1 skipped |');
});

test('a row without a test makes a whole run fail, and is no more than not run in a part of one', () => {
  const tests = every.filter(({ titles }) => titles[1] !== 'C7: survives');
  expect(failuresOf(run({ tests }))).toEqual(['C7 was not run, and no reason is given']);
  expect(rowOf(reportOf(run({ tests })), 'C7')).toContain('**no test**');
  const partial = run({ tests }, { name: 'app' });
  const report = reportOf(partial);
  expect(failuresOf(partial)).toEqual([]);
  expect(rowOf(report, 'C7')).toContain('| not run |');
  expect(report).toContain('| app | not run |');
  expect(report).not.toContain('Nothing failed, and nothing was lost.');
});

test('a row whose tests were all skipped was not run', () => {
  const tests = every.map((ran): RanTest =>
    ran.titles[1]?.startsWith('A2:') === true ? { ...ran, result: 'skipped' } : ran,
  );
  expect(failuresOf(run({ tests }))).toEqual(['A2 was not run, and no reason is given']);
  expect(rowOf(reportOf(run({ tests })), 'A2')).toContain('not run: 1 skipped');
});

test('what failed, died or was lost is told first', () => {
  const changed = run(
    {
      tests: [...every, { titles: ['a file', 'A4: is cut short'], result: 'failed' }],
      tallies: [
        { row: 'A1', fault: 'SIGKILL during a removal', injected: 3_000, survived: 2_999, lost: 1 },
        { row: 'A1', fault: 'SIGKILL during a log out', injected: 10, survived: 9, lost: 0 },
      ],
    },
    { name: 'app', ran: part({ died: 'it left no report' }) },
  );
  expect(failuresOf(changed)).toEqual([
    'The part app did not come to an end: it left no report',
    'Failed: a file › A4: is cut short',
    'A1: SIGKILL during a removal: 1 lost',
    'A1: SIGKILL during a log out: of 10, 1 are unaccounted for',
  ]);
  const report = reportOf(changed);
  expect(report).toContain('**It failed.**');
  expect(rowOf(report, 'A4')).toContain('1 passed, **1 failed**');
  expect(rowOf(report, 'A1')).toContain('| 3,010 | 3,008 | 1 |');
  expect(report).toContain('| A1 | SIGKILL during a removal | 3,000 | 2,999 | 1 |');
  expect(report).toContain('3,010 injected, 3,008 survived, 1 lost');
});
