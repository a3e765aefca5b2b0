import { afterEach, expect, test } from 'vitest';
import type { CommandKeysView } from '../../app/contract/key-views.ts';
import { chordName } from './chord-names.ts';
import { speech } from './spoken.ts';

afterEach(() => speech.speak('en'));

type Chord = CommandKeysView['keys'][number];
const isChord = (text: string): text is Chord => text !== '';
const named = (text: string, platform: 'linux' | 'darwin') =>
  isChord(text) ? chordName(text, platform) : undefined;

test.each([
  ['CommandOrControl+1', 'Ctrl 1', '⌘1'],
  ['CommandOrControl+Shift+L', 'Ctrl Shift L', '⇧⌘L'],
  ['Control+Tab', 'Ctrl Tab', '⌃⇥'],
  ['CommandOrControl+Plus', 'Ctrl +', '⌘+'],
  ['CommandOrControl+-', 'Ctrl −', '⌘−'],
  ['Alt+Left', 'Alt ←', '⌥←'],
  ['CommandOrControl+[', 'Ctrl [', '⌘['],
  ['F6', 'F6', 'F6'],
])('%s is written %s, and %s on macOS', (chord, elsewhere, onMac) => {
  expect(named(chord, 'linux')).toBe(elsewhere);
  expect(named(chord, 'darwin')).toBe(onMac);
});

test.each([
  ['CommandOrControl+Shift+Space', 'Strg Umschalt Leertaste', '⇧⌘␣'],
  ['Alt+PageUp', 'Alt Bild auf', '⌥Bild auf'],
  ['CommandOrControl+Home', 'Strg Pos1', '⌘Pos1'],
])('%s is written %s on a German keyboard, and %s on one of a Mac', async (chord, elsewhere, onMac) => {
  await speech.speak('de');
  expect(named(chord, 'linux')).toBe(elsewhere);
  expect(named(chord, 'darwin')).toBe(onMac);
});
