import { expect, test } from 'vitest';
import type { KeyInput } from '../../app/surfaces/chord.ts';
import { KeyCapture } from './key-capture.ts';

const key = (part: Partial<KeyInput>): KeyInput => ({
  type: 'keyDown',
  key: '',
  code: '',
  control: false,
  meta: false,
  alt: false,
  shift: false,
  isAutoRepeat: false,
  ...part,
});

test('takes the next key with what is held, and no other', async () => {
  const capture = new KeyCapture('linux');
  expect(capture.hears(key({ key: 'k', code: 'KeyK', control: true }))).toBe(false);
  const captured = capture.begin();
  expect(capture.hears(key({ key: 'Control', code: 'ControlLeft', control: true }))).toBe(false);
  expect(capture.hears(key({ key: 'k', code: 'KeyK', control: true }))).toBe(true);
  expect(await captured).toEqual({ kind: 'pressed', key: 'CommandOrControl+K' });
  expect(capture.hears(key({ key: 'k', code: 'KeyK', control: true }))).toBe(false);
});

test.each([
  ['Escape', true],
  ['Tab', false],
])('%s leaves', async (name, isKept) => {
  const capture = new KeyCapture('linux');
  const captured = capture.begin();
  expect(capture.hears(key({ key: name, code: name }))).toBe(isKept);
  expect(await captured).toEqual({ kind: 'left' });
});

test('a second one ends the first', async () => {
  const capture = new KeyCapture('linux');
  const first = capture.begin();
  const second = capture.begin();
  expect(await first).toEqual({ kind: 'left' });
  capture.cancel();
  expect(await second).toEqual({ kind: 'left' });
});
