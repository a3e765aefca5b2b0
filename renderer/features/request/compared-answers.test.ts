import { expect, test } from 'vitest';
import type { Answer } from '../../../app/contract/request-views.ts';
import { comparedAnswers, differenceCount } from './compared-answers.ts';

const answer = (text: string, status = 200): Answer => ({
  status,
  statusText: '',
  headers: [],
  durationMs: 1,
  byteCount: text.length,
  isCut: false,
  content: { kind: 'text', text },
});

test('equal answers say so, also where they are only written differently', () => {
  expect(comparedAnswers(answer('{"a":1}'), answer('{ "a": 1 }')).content).toEqual({ kind: 'same' });
  expect(comparedAnswers(answer('one\r\ntwo\n'), answer('one\ntwo\n')).content).toEqual({ kind: 'same' });
});

test('JSON is compared by what it says, other text line by line', () => {
  expect(comparedAnswers(answer('{"a":1}'), answer('{"a":2}')).content.kind).toBe('json');
  expect(comparedAnswers(answer('one\ntwo\nthree'), answer('one\n2\nthree')).content).toEqual({
    kind: 'lines',
    spans: [
      { kind: 'same', lines: ['one'] },
      { kind: 'before', lines: ['two'] },
      { kind: 'after', lines: ['2'] },
      { kind: 'same', lines: ['three'] },
    ],
  });
});

test('JSON against a page of a failure is compared as text', () => {
  const comparison = comparedAnswers(answer('{"a":1}'), answer('forbidden', 403));
  expect(comparison.isSameStatus).toBe(false);
  expect(comparison.content.kind).toBe('lines');
  expect(differenceCount(comparison)).toBe(2);
});

test('differences are counted as a person would: a line that took another’s place is one', () => {
  expect(differenceCount(comparedAnswers(answer('a\nb\nc'), answer('a\nB\nc\nd')))).toBe(2);
  expect(differenceCount(comparedAnswers(answer('[1]'), answer('[1]')))).toBe(0);
});

test('bytes are not compared', () => {
  const bytes: Answer = { ...answer(''), content: { kind: 'binary' } };
  expect(comparedAnswers(bytes, answer('a')).content).toEqual({ kind: 'unknown' });
});

test('texts of a megabyte with nothing in common are given up, not lined up', () => {
  const text = (sign: string) =>
    Array.from({ length: 50_000 }, (_, line) => `${sign} line ${line}`).join('\n');
  expect(comparedAnswers(answer(text('one')), answer(text('other'))).content.kind).toBe('nothingAlike');
});
