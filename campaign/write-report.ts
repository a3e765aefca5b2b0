import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { release, type } from 'node:os';
import { z } from 'zod';
import { ranInPlaywright, ranInVitest } from './ran-tests.ts';
import { failuresOf, reportOf, type CampaignPart, type CampaignRun, type RanTest } from './report.ts';

const jobSchema = z.object({
  startedAtMs: z.number(),
  tookMs: z.number(),
  hotseatVersion: z.string(),
  commit: z.object({ id: z.string(), isChanged: z.boolean() }),
  electron: z.object({ version: z.string(), isOfficial: z.boolean() }),
  seed: z.number(),
  tallyFile: z.string(),
  /** Where to write the document. */
  document: z.string(),
  parts: z.array(
    z.object({
      name: z.string(),
      program: z.enum(['vitest', 'playwright']),
      /** Of the program's run; without it the part was left out. */
      ran: z.object({ reportFile: z.string(), exitCode: z.number() }).optional(),
    }),
  ),
});
/** What a campaign did, as JSON in the file that the one argument names. */
export type ReportJob = z.infer<typeof jobSchema>;

const tallySchema = z.object({
  row: z.string(),
  fault: z.string(),
  injected: z.number(),
  survived: z.number(),
  lost: z.number(),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const outcomeOf = ({
  name,
  program,
  ran,
}: ReportJob['parts'][number]): { readonly part: CampaignPart; readonly tests: readonly RanTest[] } => {
  if (!ran) return { part: { name, result: { kind: 'notRun' } }, tests: [] };
  const died = (why: string): CampaignPart => ({ name, result: { kind: 'died', why } });
  if (!existsSync(ran.reportFile)) return { part: died('it left no report'), tests: [] };
  const report = readJson(ran.reportFile);
  const tests = program === 'vitest' ? ranInVitest(report) : ranInPlaywright(report);
  if (tests.length === 0) return { part: died('it ran nothing'), tests };
  const isExplained = ran.exitCode === 0 || tests.some(({ result }) => result === 'failed');
  return {
    part: isExplained ? { name, result: { kind: 'counted' } } : died(`it ended with ${ran.exitCode}`),
    tests,
  };
};

const job = jobSchema.parse(readJson(process.argv[2] ?? ''));
const outcomes = job.parts.map(outcomeOf);
const tallyLines = existsSync(job.tallyFile) ? readFileSync(job.tallyFile, 'utf8').trim() : '';
const run: CampaignRun = {
  ...job,
  system: `${type()} ${release().split('.').slice(0, 2).join('.')}, ${process.arch}`,
  parts: outcomes.map(({ part }) => part),
  tests: outcomes.flatMap(({ tests }) => tests),
  tallies: tallyLines === '' ? [] : tallyLines.split('\n').map((line) => tallySchema.parse(JSON.parse(line))),
};
writeFileSync(job.document, reportOf(run));
const failures = failuresOf(run);
for (const failure of failures) console.log(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
