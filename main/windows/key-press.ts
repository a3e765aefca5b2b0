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

/** What keys do to the page that is on the stage, or to the text of the window. */
export type WorkspaceKey = 'back' | 'forward' | 'reload' | 'print' | 'zoomIn' | 'zoomOut' | 'zoomReset';

export type KeyPress =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'addAccount' | 'settings' | 'findInPage' | 'lock' | 'lockAll' }
  | { readonly kind: 'workspace'; readonly action: WorkspaceKey }
  /** Between the window and the page in it. */
  | { readonly kind: 'moveFocus' }
  /** One of our keys, held down: ours to keep from the page, but it does nothing more. */
  | { readonly kind: 'held' };

/**
 * What a key press asks of Hotseat, if anything. Digits go by the physical key: on French and Czech layouts the
 * unshifted key types no digit. AltGr is Ctrl+Alt on Windows, so the two together are never ours.
 */
export const keyPressOf = (input: KeyInput, platform: NodeJS.Platform): KeyPress | undefined => {
  if (input.type !== 'keyDown') return undefined;
  const press = pressOf(input, platform === 'darwin');
  return press && input.isAutoRepeat ? { kind: 'held' } : press;
};

const pressOf = (input: KeyInput, isMac: boolean): KeyPress | undefined => {
  const { control, meta, alt, shift } = input;
  if (!control && !meta && !alt) return functionKeyOf(input);
  if (alt) return control || meta || shift || isMac ? undefined : historyKeyOf(input);
  const isCommand = isMac ? meta && !control : control && !meta;
  if (!isCommand) return undefined;
  if (isLetter(input, 'l')) return { kind: shift ? 'lockAll' : 'lock' };
  const command = shift ? undefined : commandOf(input, isMac);
  // On most layouts the plus needs Shift; on the Czech one it is on the first digit's key.
  return command ?? (isPlus(input) ? { kind: 'workspace', action: 'zoomIn' } : undefined);
};

const functionKeyOf = ({ code, shift }: KeyInput): KeyPress | undefined => {
  if (code === 'F6') return { kind: 'moveFocus' };
  return code === 'F5' && !shift ? { kind: 'workspace', action: 'reload' } : undefined;
};

const historyKeyOf = ({ code }: KeyInput): KeyPress | undefined => {
  if (code === 'ArrowLeft') return { kind: 'workspace', action: 'back' };
  return code === 'ArrowRight' ? { kind: 'workspace', action: 'forward' } : undefined;
};

const commandOf = (input: KeyInput, isMac: boolean): KeyPress | undefined => {
  const { code, key } = input;
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  if (digit !== undefined) return { kind: 'row', index: Number(digit) - 1 };
  if (code === 'Digit0' || code === 'Numpad0') return { kind: 'workspace', action: 'zoomReset' };
  if (key === '-' || code === 'NumpadSubtract') return { kind: 'workspace', action: 'zoomOut' };
  if (isMac && key === '[') return { kind: 'workspace', action: 'back' };
  if (isMac && key === ']') return { kind: 'workspace', action: 'forward' };
  if (isLetter(input, 'n')) return { kind: 'addAccount' };
  if (isLetter(input, 'f')) return { kind: 'findInPage' };
  if (isLetter(input, 'r')) return { kind: 'workspace', action: 'reload' };
  if (isLetter(input, 'p')) return { kind: 'workspace', action: 'print' };
  return isComma(input) ? { kind: 'settings' } : undefined;
};

/** Or the key that has the plus above, pressed without Shift, as browsers take it. */
const isPlus = ({ key, code }: KeyInput): boolean => key === '+' || key === '=' || code === 'NumpadAdd';

/** By what it types, as letters: elsewhere than in the US the key in its place types something else. */
const isComma = ({ key, code }: KeyInput): boolean =>
  key === ',' || (code === 'Comma' && /^[^\p{ASCII}]$/u.test(key));

/** Letters go by what they type, and by their place where the layout types no Latin letters. */
const isLetter = ({ key, code }: KeyInput, letter: string): boolean =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
