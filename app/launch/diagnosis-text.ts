import type { DiagnosisReport } from '../diagnosis/diagnosis-report.ts';
import { plainText } from '../identity/plain-text.ts';
import { checkLine, crashLine, diagnosisWords } from './diagnosis-words.ts';

/** Long enough for any line of the log; what is longer is cut. */
const lineLimit = 2_000;

/** The checks alone, one a line. */
export const checksText = ({ checks }: Pick<DiagnosisReport, 'checks'>): string =>
  checks.map((check) => `${checkLine(check)}\n`).join('');

/** All of it, as it is shown before it is saved: Markdown that reads well as plain text too. */
export const diagnosisText = (report: DiagnosisReport): string => {
  const { title, none, counts } = diagnosisWords;
  const crashes = report.crashes.map((crash) => `${crashLine(crash)}\n`).join('');
  const log = report.log.map((line) => `${plainText(line, lineLimit)}\n`).join('');
  return [
    `# ${title}, ${report.at}\n`,
    section(diagnosisWords.checks, checksText(report)),
    section(diagnosisWords.accounts, `${counts(report.accounts)}\n`),
    section(diagnosisWords.crashes, crashes === '' ? `${none}\n` : crashes),
    section(diagnosisWords.log, log === '' ? `${none}\n` : log),
  ].join('\n');
};

/** Indented as Markdown's plain text, so that nothing in a log is taken for markup. */
const section = (heading: string, lines: string): string =>
  `## ${heading}\n\n${lines.replaceAll(/^(?=.)/gmu, '    ')}`;
