import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ranInPlaywright, ranInVitest } from './ran-tests.ts';
import { failuresOf, reportOf, type CampaignPart, type CampaignRun } from './report.ts';
import type { RowTally } from './tally.ts';

const jobSchema = z.object({
  /** With a folder for each part that has ever run: `ran.json`, `tests.json`, `tallies.jsonl`. */
  folder: z.string(),
  /** Where to write the document. */
  document: z.string(),
  parts: z.array(z.object({ name: z.string(), program: z.enum(['vitest', 'playwright']) })),
});
/** What a campaign has, as JSON in the file that the one argument names. */
export type ReportJob = z.infer<typeof jobSchema>;

const ranSchema = z.object({
  startedAtMs: z.number(),
  tookMs: z.number(),
  hotseatVersion: z.string(),
  commit: z.object({ id: z.string(), isChanged: z.boolean() }),
  electron: z.object({ version: z.string(), isOfficial: z.boolean() }),
  seed: z.number(),
  /** Absent in what was run before there was one. */
  share: z.number().default(1),
  /** Of the program. */
  exitCode: z.number(),
});

const tallySchema = z.object({
  row: z.string(),
  fault: z.string(),
  injected: z.number(),
  survived: z.number(),
  lost: z.number(),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const talliesIn = (file: string): readonly RowTally[] => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return lines === '' ? [] : lines.split('\n').map((line) => tallySchema.parse(JSON.parse(line)));
};

const partOf = ({ folder }: ReportJob, { name, program }: ReportJob['parts'][number]): CampaignPart => {
  const own = join(folder, name);
  if (!existsSync(join(own, 'ran.json'))) return { name };
  const { exitCode, ...on } = ranSchema.parse(readJson(join(own, 'ran.json')));
  const reportFile = join(own, 'tests.json');
  const report = existsSync(reportFile) ? readJson(reportFile) : undefined;
  const tests =
    report === undefined ? [] : program === 'vitest' ? ranInVitest(report) : ranInPlaywright(report);
  const isExplained = exitCode === 0 || tests.some(({ result }) => result === 'failed');
  const died =
    report === undefined
      ? 'it left no report'
      : tests.length === 0
        ? 'it ran nothing'
        : isExplained
          ? undefined
          : `it ended with ${exitCode}`;
  return { name, ran: { ...on, died, tests, tallies: talliesIn(join(own, 'tallies.jsonl')) } };
};

const job = jobSchema.parse(readJson(process.argv[2] ?? ''));
const run: CampaignRun = {
  system: `${type()} ${release().split('.').slice(0, 2).join('.')}, ${process.arch}`,
  parts: job.parts.map((part) => partOf(job, part)),
};
writeFileSync(job.document, reportOf(run));
const failures = failuresOf(run);
for (const failure of failures) console.log(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
