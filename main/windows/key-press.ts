/** The part of Electron's `before-input-event` that matters here. */
export interface KeyInput {
  readonly type: string;
  /** What the key types, by layout. */
  readonly key: string;
  /** Where the key is, by the US layout. */
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly isAutoRepeat: boolean;
}

export type KeyPress =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'addAccount' | 'settings' }
  /** One of our keys, held down: ours to keep from the page, but it does nothing more. */
  | { readonly kind: 'held' };

/**
 * What a key press asks of Hotseat, if anything. Digits go by the physical key: on French and Czech layouts the
 * unshifted key types no digit. AltGr is Ctrl+Alt on Windows, so Alt is never ours.
 */
export const keyPressOf = (input: KeyInput, platform: NodeJS.Platform): KeyPress | undefined => {
  const isMac = platform === 'darwin';
  const isCommand = isMac ? input.meta && !input.control : input.control && !input.meta;
  if (input.type !== 'keyDown' || !isCommand || input.alt || input.shift) return undefined;
  const press = pressOf(input);
  return press && input.isAutoRepeat ? { kind: 'held' } : press;
};

const pressOf = (input: KeyInput): KeyPress | undefined => {
  const digit = /^Digit([1-9])$/.exec(input.code)?.[1];
  if (digit !== undefined) return { kind: 'row', index: Number(digit) - 1 };
  if (isLetter(input, 'n')) return { kind: 'addAccount' };
  return isComma(input) ? { kind: 'settings' } : undefined;
};

/** By what it types, as letters: elsewhere than in the US the key in its place types something else. */
const isComma = ({ key, code }: KeyInput): boolean =>
  key === ',' || (code === 'Comma' && /^[^\p{ASCII}]$/u.test(key));

/** Letters go by what they type, and by their place where the layout types no Latin letters. */
const isLetter = ({ key, code }: KeyInput, letter: string): boolean =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
