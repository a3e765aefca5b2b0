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
  | { readonly kind: 'addAccount' }
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
  const digit = /^Digit([1-9])$/.exec(input.code)?.[1];
  if (digit === undefined && !isLetter(input, 'n')) return undefined;
  if (input.isAutoRepeat) return { kind: 'held' };
  return digit === undefined ? { kind: 'addAccount' } : { kind: 'row', index: Number(digit) - 1 };
};

/** Letters go by what they type, and by their place where the layout types no Latin letters. */
const isLetter = ({ key, code }: KeyInput, letter: string): boolean =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
