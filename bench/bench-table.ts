import { isMet, type Finding } from './measure.ts';

const columns = ['what', 'users', 'p50', 'p95', 'p99', 'max', 'n', 'target'] as const;

/** Findings as a table in Markdown. */
export const tableOf = (findings: readonly Finding[]): string => {
  const rows = [columns, columns.map(() => '---'), ...findings.map(rowOf)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
};

const rowOf = (finding: Finding): readonly string[] => {
  const { what, users, unit, value } = finding;
  const shown = (number: number): string => `${rounded(number)} ${unit}`;
  const head = [what, users === undefined ? '' : users.toLocaleString('en')];
  const target = targetText(finding);
  if (typeof value === 'number') return [...head, shown(value), '', '', '', '', target];
  const { p50, p95, p99, max, count } = value;
  return [...head, ...[p50, p95, p99, max].map(shown), String(count), target];
};

const targetText = (finding: Finding): string => {
  const { target, unit } = finding;
  if (!target) return '';
  const bound = target.atMost === undefined ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  const of = target.of === 'value' ? '' : `${target.of} `;
  return `${of}${bound} ${unit}: ${isMet(finding) ? 'met' : 'missed'}`;
};

const rounded = (number: number): string => {
  if (number >= 100) return Math.round(number).toLocaleString('en');
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
};
