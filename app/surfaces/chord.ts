import { z } from 'zod';

/** The systems that Hotseat runs on, by Node's names. */
export type Platform = 'linux' | 'darwin' | 'win32';

/** `code`: where the key is, by the US layout; those that are not here go by what they type. */
const placedKeys = {
  Tab: 'Tab',
  Space: 'Space',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
} as const;

/** Keys that type a sign, and where the US layout has them. */
const typedKeys = {
  Plus: 'Equal',
  '-': 'Minus',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  ';': 'Semicolon',
  "'": 'Quote',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  '`': 'Backquote',
} as const;

type PlacedKey = keyof typeof placedKeys;
type TypedKey = keyof typeof typedKeys;

const isPlaced = (key: string): key is PlacedKey => Object.hasOwn(placedKeys, key);
const isTyped = (key: string): key is TypedKey => Object.hasOwn(typedKeys, key);
const isFunctionKey = (key: string): boolean => /^F([1-9]|1\d|2[0-4])$/.test(key);
const isKey = (key: string): boolean =>
  isPlaced(key) || isTyped(key) || isFunctionKey(key) || /^[A-Z0-9]$/.test(key);

const format = /^(CommandOrControl\+)?(Control\+)?(Alt\+)?(Shift\+)?(.+)$/;

/**
 * A key with what is held down for it, as Electron writes accelerators, modifiers in one order. `CommandOrControl` is
 * ⌘ on macOS; `Control` is Ctrl there too.
 */
export const chordSchema = z
  .string()
  .max(64)
  .refine((text) => {
    const key = format.exec(text)?.[5];
    return key !== undefined && isKey(key);
  }, 'not a key')
  .brand<'Chord'>();
export type Chord = z.infer<typeof chordSchema>;

/** A chord of the program's own; throws on one that is none. */
export const chord = (text: string): Chord => chordSchema.parse(text);

/** The modifiers that the hand holds, on the system at hand. */
export interface Held {
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

export interface ChordParts extends Held {
  readonly key: string;
}

export const partsOf = (of: Chord, platform: Platform): ChordParts => {
  const [, command, control, alt, shift, key = ''] = format.exec(of) ?? [];
  const isMac = platform === 'darwin';
  return {
    control: control !== undefined || (command !== undefined && !isMac),
    meta: command !== undefined && isMac,
    alt: alt !== undefined,
    shift: shift !== undefined,
    key,
  };
};

/** The part of Electron's `before-input-event` that matters here. */
export interface KeyInput extends Held {
  readonly type: string;
  /** What the key types, by layout. */
  readonly key: string;
  /** Where the key is, by the US layout. */
  readonly code: string;
  readonly isAutoRepeat: boolean;
}

/** Is this key the one that the chord means, with just its modifiers held? */
export const isPressed = (of: Chord, input: KeyInput, platform: Platform): boolean => {
  const parts = partsOf(of, platform);
  return (
    parts.control === input.control &&
    parts.meta === input.meta &&
    parts.alt === input.alt &&
    // On most layouts the plus needs Shift.
    (parts.shift === input.shift || parts.key === 'Plus') &&
    isKeyOf(parts.key, input)
  );
};

/** Goes it by the place of the key, whatever the layout has there? Such chords come before all others. */
export const isByPlace = (of: Chord): boolean => /\+?\d$/.test(of) && !/F\d+$/.test(of);

const isKeyOf = (key: string, input: KeyInput): boolean => {
  if (/^\d$/.test(key)) return input.code === `Digit${key}` || (key === '0' && input.code === 'Numpad0');
  if (isPlaced(key)) return input.code === placedKeys[key];
  if (isFunctionKey(key)) return input.code === key;
  return isTyped(key) ? isSign(key, input) : isLetter(key, input);
};

/** Letters go by what they type, and by their place where the layout types no Latin letters. */
const isLetter = (letter: string, { key, code }: KeyInput): boolean =>
  /^[a-z]$/i.test(key) ? key.toUpperCase() === letter : code === `Key${letter}`;

/** Signs likewise: elsewhere than in the US the key in that place types something else. */
const isSign = (sign: TypedKey, { key, code }: KeyInput): boolean => {
  // Or the key that has the plus above, pressed without Shift, as browsers take it.
  if (sign === 'Plus') return key === '+' || key === '=' || code === 'NumpadAdd';
  if (sign === '-' && code === 'NumpadSubtract') return true;
  return key === sign || (code === typedKeys[sign] && /^[^\p{ASCII}]$/u.test(key));
};

/** The chord that was pressed, for somebody who chooses one; none for a modifier alone or a key without a name. */
export const pressedChord = (input: KeyInput, platform: Platform): Chord | undefined => {
  const key = nameOf(input);
  const { control, meta, alt, shift } = input;
  return key === undefined ? undefined : chordFrom({ control, meta, alt, shift, key }, platform);
};

/** Is it the same key in the hand, however it is written? */
export const isSameChord = (one: Chord, other: Chord, platform: Platform): boolean =>
  inTheHand(one, platform) === inTheHand(other, platform);

const inTheHand = (of: Chord, platform: Platform): Chord => {
  const parts = partsOf(of, platform);
  return chordFrom({ ...parts, shift: parts.shift && parts.key !== 'Plus' }, platform);
};

/** The one chord for these parts: what Ctrl and ⌘ both are elsewhere is `CommandOrControl`. */
const chordFrom = ({ control, meta, alt, shift, key }: ChordParts, platform: Platform): Chord => {
  const isMac = platform === 'darwin';
  const held = [
    (isMac ? meta : control) && 'CommandOrControl',
    isMac && control && 'Control',
    alt && 'Alt',
    shift && 'Shift',
  ];
  return chord([...held.filter((one) => one !== false), key].join('+'));
};

const nameOf = ({ key, code }: KeyInput): string | undefined => {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const placed = Object.entries(placedKeys).find(([, place]) => place === code)?.[0];
  if (placed !== undefined) return placed;
  if (isFunctionKey(code)) return code;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (key === '+' || key === '=') return 'Plus';
  if (isTyped(key)) return key;
  // With Shift, or on another layout, the key types something that has no name.
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ?? Object.entries(typedKeys).find(([, place]) => place === code)?.[0];
};

export const isFunctionChord = (of: Chord, platform: Platform): boolean =>
  isFunctionKey(partsOf(of, platform).key);
