import { diffLines } from 'diff';
import type { Answer } from '../../../app/contract/request-views.ts';
import { answerJson } from './answer-json.ts';
import { jsonDifferences, type JsonDifference } from './json-differences.ts';

export interface LineSpan {
  /** `before`: only the first has these lines; `after`: only the second. */
  readonly kind: 'same' | 'before' | 'after';
  readonly lines: readonly string[];
}

export type ContentComparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'json'; readonly differences: readonly JsonDifference[] }
  | { readonly kind: 'lines'; readonly spans: readonly LineSpan[] }
  /** So different that lining them up would say nothing and take long. */
  | { readonly kind: 'nothingAlike' }
  /** Bytes, of which Hotseat keeps none. */
  | { readonly kind: 'unknown' };

export interface AnswerComparison {
  readonly isSameStatus: boolean;
  readonly content: ContentComparison;
}

const mostEdits = 600;

/** What the second answer has other than the first. */
export const comparedAnswers = (before: Answer, after: Answer): AnswerComparison => ({
  isSameStatus: before.status === after.status,
  content: comparedContents(before, after),
});

const comparedContents = (before: Answer, after: Answer): ContentComparison => {
  const [one, other] = [before.content, after.content];
  if (one.kind === 'binary' || other.kind === 'binary') return { kind: 'unknown' };
  if (one.text === other.text) return { kind: 'same' };
  const [json, otherJson] = [answerJson(before), answerJson(after)];
  if (!json || !otherJson) return comparedLines(one.text, other.text);
  const differences = jsonDifferences(json, otherJson);
  return differences.length === 0 ? { kind: 'same' } : { kind: 'json', differences };
};

const comparedLines = (one: string, other: string): ContentComparison => {
  const steps = diffLines(one, other, {
    maxEditLength: mostEdits,
    stripTrailingCr: true,
    ignoreNewlineAtEof: true,
  });
  if (!steps) return { kind: 'nothingAlike' };
  const spans = steps.map(({ added, removed, value }): LineSpan => {
    const lines = value.split('\n');
    if (lines.at(-1) === '') lines.pop();
    return { kind: added ? 'after' : removed ? 'before' : 'same', lines };
  });
  return spans.every(({ kind }) => kind === 'same') ? { kind: 'same' } : { kind: 'lines', spans };
};

/** How many things differ, for a word beside the name. */
export const differenceCount = ({ isSameStatus, content }: AnswerComparison): number => {
  const ofStatus = isSameStatus ? 0 : 1;
  if (content.kind === 'json') return ofStatus + content.differences.length;
  if (content.kind === 'lines') return ofStatus + changedSpans(content.spans);
  return ofStatus + (content.kind === 'nothingAlike' ? 1 : 0);
};

/** Lines that took others' place count once with them. */
const changedSpans = (spans: readonly LineSpan[]): number =>
  spans.filter(
    ({ kind }, index) => kind === 'before' || (kind === 'after' && spans[index - 1]?.kind !== 'before'),
  ).length;
