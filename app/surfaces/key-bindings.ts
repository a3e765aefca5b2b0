import { z } from 'zod';
import { chordSchema, isByPlace, isPressed, type Chord, type KeyInput, type Platform } from './chord.ts';
import { surfaceCommandSchema, surfaceCommands, type SurfaceCommand } from './surface-commands.ts';

/** What the person has chosen instead of a command's own keys; an empty list is no key at all. */
export const keyChoicesSchema = z.partialRecord(surfaceCommandSchema, z.array(chordSchema).max(4).readonly());
export type KeyChoices = z.infer<typeof keyChoicesSchema>;

/** The keys of every command as they are now. */
export type KeyBindings = ReadonlyMap<SurfaceCommand, readonly Chord[]>;

export const defaultKeysOf = (command: SurfaceCommand, platform: Platform): readonly Chord[] =>
  surfaceCommands[command].keys[platform === 'darwin' ? 'mac' : 'other'];

export const bindingsOf = (choices: KeyChoices, platform: Platform): KeyBindings =>
  new Map(
    surfaceCommandSchema.options.map((command) => [
      command,
      choices[command] ?? defaultKeysOf(command, platform),
    ]),
  );

export type KeyPress =
  | { readonly kind: 'command'; readonly command: SurfaceCommand }
  /** One of our keys, held down: ours to keep from the page, but it does nothing more. */
  | { readonly kind: 'held' };

/**
 * What a key press asks of Hotseat, if anything. Digits go by the physical key and come first: on French and Czech
 * layouts the unshifted key types no digit, but a sign that another command may have.
 */
export const keyPressOf = (
  input: KeyInput,
  bindings: KeyBindings,
  platform: Platform,
): KeyPress | undefined => {
  if (input.type !== 'keyDown') return undefined;
  // AltGr is Ctrl+Alt on Windows, so the two together are never ours.
  if (input.alt && (input.control || input.meta) && platform !== 'darwin') return undefined;
  const command = pressed(input, bindings, platform, true) ?? pressed(input, bindings, platform, false);
  if (command === undefined) return undefined;
  return input.isAutoRepeat ? { kind: 'held' } : { kind: 'command', command };
};

const pressed = (
  input: KeyInput,
  bindings: KeyBindings,
  platform: Platform,
  isWantedByPlace: boolean,
): SurfaceCommand | undefined => {
  for (const [command, keys] of bindings) {
    // That is for when another program has the keyboard, and the system listens for it.
    if (command === 'summon') continue;
    if (keys.some((key) => isByPlace(key) === isWantedByPlace && isPressed(key, input, platform)))
      return command;
  }
  return undefined;
};
