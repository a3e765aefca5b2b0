import { expect, test } from 'vitest';
import { say } from '../app/text/say.ts';
import { compile } from './messages.mjs';

test.each([
  ['{name} umbenennen', { name: '{Ana}' }],
  ['{count, plural, one {# Konto} other {# Konten}}', { count: 1 }],
  ['{count, plural, one {# Konto} other {# Konten}}', { count: 12_345 }],
  ['{count, plural, =0 {keine} one {eine} other {{count} von {total}}}', { count: 2, total: '9' }],
  ['{count, number} Bytes', { count: 12_345 }],
  [
    "Felder wie '{'id'}': {kind, select, text {Worte in <b>} other {{size} Zahlen}}",
    { kind: 'x', size: '3' },
  ],
])(
  'compiled, a message says what it says as ICU text: %s',
  (text, given: Record<string, string | number>) => {
    const compiled = compile(text);
    expect(Array.isArray(compiled)).toBe(true);
    expect(say(compiled, 'de', given)).toBe(say(text, 'de', given));
  },
);
