import { faultMatrix, idsOf, type MatrixGroup, type MatrixRow } from './rows.ts';
import type { RowTally } from './tally.ts';

export interface RanTest {
  /** Of the test, and of what it stands in. */
  readonly titles: readonly string[];
  readonly result: 'passed' | 'failed' | 'skipped';
}

/** What one program ran, and what on. */
export interface RanPart {
  readonly startedAtMs: number;
  readonly tookMs: number;
  readonly hotseatVersion: string;
  /** Of the sources, and whether they had been changed since. */
  readonly commit: { readonly id: string; readonly isChanged: boolean };
  readonly electron: { readonly version: string; readonly isOfficial: boolean };
  readonly seed: number;
  /** Of the campaign's amounts. */
  readonly share: number;
  /** Why there is no count that can be trusted. */
  readonly died: string | undefined;
  readonly tests: readonly RanTest[];
  readonly tallies: readonly RowTally[];
}

export interface CampaignPart {
  readonly name: string;
  /** The last time; absent when it was never run. */
  readonly ran?: RanPart;
}

export interface CampaignRun {
  readonly system: string;
  readonly parts: readonly CampaignPart[];
}

interface RowResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tallies: readonly RowTally[];
}

const letters = /^[A-H]/;

/** What speaks against the run, as sentences; a campaign without any has succeeded. */
export const failuresOf = (run: CampaignRun): readonly string[] => {
  const tallies = talliesOf(run);
  return [
    ...run.parts.flatMap(({ name, ran }) =>
      ran?.died === undefined ? [] : [`The part ${name} did not come to an end: ${ran.died}`],
    ),
    ...testsOf(run).flatMap(({ titles, result }) =>
      result === 'failed' ? [`Failed: ${titles.join(' › ')}`] : [],
    ),
    ...tallies.flatMap(({ row, fault, lost }) => (lost > 0 ? [`${row}: ${fault}: ${lost} lost`] : [])),
    ...tallies.flatMap(({ row, fault, injected, survived, lost }) =>
      survived + lost === injected
        ? []
        : [`${row}: ${fault}: of ${injected}, ${injected - survived - lost} are unaccounted for`],
    ),
    ...(isWhole(run)
      ? rows
          .filter((row) => wasMissed(row, resultOf(row, run)))
          .map(({ id }) => `${id} was not run, and no reason is given`)
      : []),
  ];
};

/** The document of a run, in Markdown: what it did, and nothing that it did not. */
export const reportOf = (run: CampaignRun): string => {
  const failures = failuresOf(run);
  return [
    '# Reliability',
    'What the fault campaign (`npm run campaign`) did on one computer at one time; it writes this document, so change nothing here by hand. [Tests](architecture/tests.md#the-fault-campaign) says what is injected, and how.',
    headOf(run),
    verdictOf(run, failures),
    ...faultMatrix.flatMap((group) => groupOf(group, run)),
    '## In all',
    totalsOf(run),
  ]
    .join('\n\n')
    .concat('\n');
};

const rows: readonly MatrixRow[] = faultMatrix.flatMap((group) => group.rows);

const testsOf = ({ parts }: CampaignRun): readonly RanTest[] => parts.flatMap(({ ran }) => ran?.tests ?? []);

const talliesOf = ({ parts }: CampaignRun): readonly RowTally[] =>
  parts.flatMap(({ ran }) => ran?.tallies ?? []);

const isWhole = ({ parts }: CampaignRun): boolean => parts.every(({ ran }) => ran !== undefined);

const resultOf = ({ id }: MatrixRow, run: CampaignRun): RowResult => {
  const own = testsOf(run).filter(({ titles }) => titles.some((title) => idsOf(title).includes(id)));
  const count = (result: RanTest['result']): number => own.filter((test) => test.result === result).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    tallies: talliesOf(run).filter(({ row }) => row === id),
  };
};

const wasMissed = ({ leftOut }: MatrixRow, { passed, failed }: RowResult): boolean =>
  passed + failed === 0 && leftOut?.of !== 'all';

const headOf = ({ system, parts }: CampaignRun): string =>
  [
    `On ${system}.`,
    table([
      ['Part', 'When', 'For', 'Hotseat', 'Electron', 'Seed', 'Amounts'],
      ...parts.map(({ name, ran }) => [name, ...(ran ? ranCells(ran) : ['not run', '', '', '', '', ''])]),
    ]),
  ].join('\n\n');

const ranCells = ({ startedAtMs, tookMs, hotseatVersion, commit, electron, seed, share }: RanPart) => [
  `${new Date(startedAtMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  durationOf(tookMs),
  `${hotseatVersion}, commit \`${commit.id}\`${commit.isChanged ? ', with changes that are in no commit' : ''}`,
  `${electron.version}, ${electron.isOfficial ? 'the official runtime' : 'an unofficial re-packing, for development and tests only'}`,
  String(seed),
  share === 1 ? 'full' : `${number(share * 100)} %`,
];

const verdictOf = (run: CampaignRun, failures: readonly string[]): string => {
  if (failures.length > 0)
    return ['**It failed.**', ...failures.map((failure) => `- ${cell(failure)}`)].join('\n');
  return isWhole(run)
    ? 'Nothing failed, and nothing was lost.'
    : 'Of what ran, nothing failed and nothing was lost. The rest says “not run”.';
};

const groupOf = ({ letter, about, rows: own }: MatrixGroup, run: CampaignRun): readonly string[] => {
  const results = own.map((row) => ({ row, result: resultOf(row, run) }));
  const lines = results.map(({ row, result }) => [
    row.id,
    row.fault,
    testCell(row, result, !isWhole(run)),
    ...countsOf(result.tallies),
    row.leftOut?.because ?? '',
  ]);
  const swept = results.flatMap(({ result }) => result.tallies);
  return [
    `## ${letter}: ${about}`,
    table([['Row', 'Fault', 'Tests', 'Injected', 'Survived', 'Lost', 'Left out, and why'], ...lines]),
    ...(swept.length === 0
      ? []
      : [
          table([
            ['Row', 'What was injected', 'How often', 'Survived', 'Lost'],
            ...swept.map(({ row, fault, injected, survived, lost }) => [
              row,
              fault,
              number(injected),
              number(survived),
              number(lost),
            ]),
          ]),
        ]),
  ];
};

const testCell = (row: MatrixRow, result: RowResult, isPartial: boolean): string => {
  const { passed, failed, skipped } = result;
  if (wasMissed(row, result)) {
    const found = skipped > 0 ? `not run: ${skipped} skipped` : 'not run';
    return isPartial || skipped > 0 ? found : '**no test**';
  }
  if (passed + failed === 0) return 'none';
  return [
    `${number(passed)} passed`,
    ...(failed > 0 ? [`**${number(failed)} failed**`] : []),
    ...(skipped > 0 ? [`${number(skipped)} skipped`] : []),
  ].join(', ');
};

const countsOf = (tallies: readonly RowTally[]): readonly string[] =>
  tallies.length === 0
    ? ['', '', '']
    : (['injected', 'survived', 'lost'] as const).map((key) => number(total(tallies, key)));

const totalsOf = (run: CampaignRun): string => {
  const tests = testsOf(run);
  const tallies = talliesOf(run);
  const ofRows = tests.filter(({ titles }) =>
    titles.some((title) => idsOf(title).some((id) => letters.test(id))),
  );
  const count = (of: readonly RanTest[], result: RanTest['result']): string =>
    number(of.filter((test) => test.result === result).length);
  const line = (of: readonly RanTest[]): string =>
    `${count(of, 'passed')} passed, ${count(of, 'failed')} failed, ${count(of, 'skipped')} skipped`;
  return [
    `- Tests that carry a row: ${line(ofRows)}. All that ran: ${line(tests)}.`,
    `- Faults that were counted: ${number(total(tallies, 'injected'))} injected, ${number(total(tallies, 'survived'))} survived, ${number(total(tallies, 'lost'))} lost. A test that injects one fault and judges it by itself is counted as a test only.`,
  ].join('\n');
};

const total = (tallies: readonly RowTally[], key: 'injected' | 'survived' | 'lost'): number =>
  tallies.reduce((sum, tally) => sum + tally[key], 0);

const table = ([head = [], ...body]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((line) => `| ${line.map(cell).join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ');

const number = (value: number): string => value.toLocaleString('en');

const durationOf = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
};
