import type { CommandKeysView } from '../../app/contract/key-views.ts';
import type { Snapshot } from '../../app/contract/views.ts';

type Chord = CommandKeysView['keys'][number];

/** What is on the key, where that is not how chords write it. */
const caps: Readonly<Record<string, string>> = {
  Plus: '+',
  '-': '−',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

const macCaps: Readonly<Record<string, string>> = { ...caps, Tab: '⇥', Space: '␣' };

const modifiers: Readonly<Record<string, string>> = {
  CommandOrControl: 'Ctrl',
  Control: 'Ctrl',
  Alt: 'Alt',
  Shift: 'Shift',
};

/** In the order in which macOS writes them. */
const macModifiers: readonly (readonly [name: string, sign: string])[] = [
  ['Control', '⌃'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['CommandOrControl', '⌘'],
];

/** A chord as it is written on keyboards of each system: `Ctrl Shift L`, `⇧⌘L`. */
export const chordName = (chord: Chord, platform: Snapshot['platform']): string => {
  const parts = chord.split('+');
  const key = parts.pop() ?? '';
  if (platform !== 'darwin')
    return [...parts.map((part) => modifiers[part] ?? part), caps[key] ?? key].join(' ');
  const held = macModifiers.filter(([name]) => parts.includes(name)).map(([, sign]) => sign);
  return `${held.join('')}${macCaps[key] ?? key}`;
};
