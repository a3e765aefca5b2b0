import { plainText } from '../identity/plain-text.ts';
import { columns } from '../text/columns.ts';
import type { CrashRecord } from './crash-record.ts';
import type { DiagnosisReport } from './diagnosis-report.ts';
import { findingFacts } from './finding-facts.ts';
import type { DiagnosisSpeech, DiagnosisWords } from './finding-sentence.ts';
import { saidCheck } from './said-check.ts';

/** Long enough for any line of the log; what is longer is cut. */
const lineLimit = 2_000;

/** The checks alone, one a line. */
export const checksText = (report: Pick<DiagnosisReport, 'checks'>, speech: DiagnosisSpeech): string =>
  lines(checkLines(report, speech));

/** All of it, as it is shown before it is saved: Markdown that reads well as plain text too. */
export const diagnosisText = (report: DiagnosisReport, speech: DiagnosisSpeech): string => {
  const words = speech.words.diagnosis;
  const checks = checkLines(report, speech);
  const measured = report.checks.map(({ finding }) => `    ${findingFacts(finding)}`);
  const orNone = (texts: readonly string[]) => lines(texts.length === 0 ? [words.none] : texts);
  return [
    `# ${words.title({ at: report.at })}\n`,
    section(
      words.checks,
      lines(checks.flatMap((check, index) => [check, ...measured.slice(index, index + 1)])),
    ),
    section(words.accounts, lines([words.counts(report.accounts)])),
    section(words.crashes, orNone(report.crashes.map((crash) => crashLine(crash, words)))),
    section(words.log, orNone(report.log.map((line) => plainText(line, lineLimit)))),
  ].join('\n');
};

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

/** Indented as Markdown's plain text, so that nothing in a log is taken for markup. */
const section = (heading: string, text: string): string =>
  `## ${heading}\n\n${text.replaceAll(/^(?=.)/gmu, '    ')}`;

/** Each as it is numbered everywhere. */
const checkLines = (
  { checks }: Pick<DiagnosisReport, 'checks'>,
  speech: DiagnosisSpeech,
): readonly string[] =>
  columns(
    checks
      .map((check) => saidCheck(check, speech))
      .map(({ number, name, worth, sentence }) => [String(number).padStart(2), name, worth, sentence]),
  );

const crashLine = (
  { at, process, reason, exitCode, error, place, hotseat }: CrashRecord,
  words: DiagnosisWords,
): string => {
  const reasons = { notQuit: words.notQuit, oom: words.outOfMemory };
  return [
    at,
    words.crashed[process],
    reason === 'notQuit' || reason === 'oom' ? reasons[reason] : reason,
    ...(exitCode === undefined ? [] : [words.exitCode({ code: String(exitCode) })]),
    ...(error === undefined ? [] : [error]),
    ...(place === undefined ? [] : [place]),
    `Hotseat ${hotseat}`,
  ].join(', ');
};
