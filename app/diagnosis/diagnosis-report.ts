import { z } from 'zod';
import { checkResultOf, checkResultSchema, type Verdict } from './check-result.ts';
import { crashRecordSchema, type CrashRecord } from './crash-record.ts';
import type { Finding } from './finding.ts';
import { createNameRemoval, type KnownNames, type RemovalOptions } from './without-names.ts';

/**
 * What somebody can be shown of a Hotseat that does not do as it should: the checks, how many accounts there are,
 * what crashed, and the end of the log. Whose they are is not in it.
 */
export const diagnosisReportSchema = z.strictObject({
  format: z.literal('hotseat-diagnosis'),
  version: z.literal(1),
  at: z.iso.datetime(),
  checks: z.array(checkResultSchema).readonly(),
  accounts: z.strictObject({
    total: z.int().nonnegative(),
    locked: z.int().nonnegative(),
    loggedOut: z.int().nonnegative(),
  }),
  /** Newest first. */
  crashes: z.array(crashRecordSchema).readonly(),
  log: z.array(z.string()).readonly(),
});
export type DiagnosisReport = z.infer<typeof diagnosisReportSchema>;

/** Everything that was found out, before anything is left out. */
export interface DiagnosisFacts {
  readonly atMs: number;
  readonly findings: readonly Finding[];
  readonly accounts: DiagnosisReport['accounts'];
  /** Oldest first. */
  readonly crashes: readonly CrashRecord[];
  readonly logLines: readonly string[];
  readonly names: KnownNames;
}

const crashesAtMost = 20;

export const diagnosisReport = (facts: DiagnosisFacts, options: RemovalOptions): DiagnosisReport =>
  diagnosisReports(facts)(options);

/** The same facts, reported with addresses and without. */
export const diagnosisReports = ({
  atMs,
  findings,
  accounts,
  crashes,
  logLines,
  names,
}: DiagnosisFacts): ((options: RemovalOptions) => DiagnosisReport) => {
  const removal = createNameRemoval(names);
  return (options) => ({
    format: 'hotseat-diagnosis',
    version: 1,
    at: new Date(atMs).toISOString(),
    checks: findings
      .map((finding) => checkResultOf(options.withAddresses ? finding : withoutAddresses(finding)))
      .toSorted((one, other) => one.number - other.number),
    accounts,
    crashes: crashes.slice(-crashesAtMost).toReversed(),
    log: logLines.map(removal(options)),
  });
};

const withoutAddresses = (finding: Finding): Finding =>
  'services' in finding
    ? { ...finding, services: finding.services.map(({ address: _left, ...service }) => service) }
    : finding;

/** The worst of a report. */
export const verdictOf = ({ checks }: Pick<DiagnosisReport, 'checks'>): Verdict => {
  const worst = (['failed', 'advice'] as const).find((verdict) =>
    checks.some((check) => check.verdict === verdict),
  );
  return worst ?? 'ok';
};
