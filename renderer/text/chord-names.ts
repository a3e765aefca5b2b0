import type { CommandKeysView } from '../../app/contract/key-views.ts';
import type { Snapshot } from '../../app/contract/views.ts';
import { keyWords } from './spoken.ts';

type Chord = CommandKeysView['keys'][number];
type KeyName = keyof typeof keyWords.names;

/** Signs on the key, where they are not how chords write it. */
const signs: Readonly<Record<string, string>> = {
  Plus: '+',
  '-': '−',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
};

const macSigns: Readonly<Record<string, string>> = { ...signs, Tab: '⇥', Space: '␣' };

/** Keys with a word on them. */
const named: Readonly<Record<string, KeyName>> = {
  CommandOrControl: 'control',
  Control: 'control',
  Alt: 'alt',
  Shift: 'shift',
  Tab: 'tab',
  Space: 'space',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
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
  if (platform !== 'darwin') return parts.map((part) => capOf(part, signs)).join(' ');
  const key = parts.pop() ?? '';
  const held = macModifiers.filter(([name]) => parts.includes(name)).map(([, sign]) => sign);
  return `${held.join('')}${capOf(key, macSigns)}`;
};

const capOf = (part: string, signsOfSystem: typeof signs): string => {
  const name = named[part];
  return signsOfSystem[part] ?? (name === undefined ? part : keyWords.names[name]);
};
