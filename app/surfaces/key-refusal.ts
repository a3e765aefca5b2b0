import { z } from 'zod';
import { chord, isFunctionChord, isSameChord, partsOf, type Chord, type Platform } from './chord.ts';
import type { KeyBindings } from './key-bindings.ts';
import { surfaceCommandSchema, surfaceCommands, type SurfaceCommand } from './surface-commands.ts';

/**
 * Why a command may not have a key. `bare`: it would be typed by accident. `typesText`: AltGr is Ctrl+Alt on Windows,
 * and Option types on macOS. `notHeld`: cycling ends when what is held is let go, and nothing is. `reserved`: texts,
 * windows and the system have it. `takenBySystem`: another program has it.
 */
export const keyRefusalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken'), by: surfaceCommandSchema }),
  z.strictObject({ kind: z.enum(['bare', 'typesText', 'notHeld', 'reserved', 'takenBySystem']) }),
]);
export type KeyRefusal = z.infer<typeof keyRefusalSchema>;

const reservedEverywhere = [
  ...['A', 'C', 'V', 'X', 'Z', 'Q', 'W', 'M'].map((letter) => `CommandOrControl+${letter}`),
  'CommandOrControl+Shift+V',
  'CommandOrControl+Shift+Z',
];
const reservedOnMac = [
  ...['H', 'Tab', 'Space', 'Left', 'Right', 'Up', 'Down'].map((key) => `CommandOrControl+${key}`),
  ...['3', '4', '5'].map((digit) => `CommandOrControl+Shift+${digit}`),
  'CommandOrControl+Control+F',
];
const reservedElsewhere = [
  ...['Y', 'Left', 'Right', 'Up', 'Down', 'Home', 'End'].map((key) => `CommandOrControl+${key}`),
  ...['F4', 'Tab', 'Space'].map((key) => `Alt+${key}`),
  'F10',
  'F11',
];

const reserved = {
  mac: [...reservedEverywhere, ...reservedOnMac].map(chord),
  other: [...reservedEverywhere, ...reservedElsewhere].map(chord),
};

/** Says before anything is saved why a command may not have the key; nothing where it may. */
export const refusalOf = (
  command: SurfaceCommand,
  key: Chord,
  bindings: KeyBindings,
  platform: Platform,
): KeyRefusal | undefined => {
  const { control, meta, alt } = partsOf(key, platform);
  const isMac = platform === 'darwin';
  const isHeld = control || meta || alt;
  if (!isHeld && !isFunctionChord(key, platform)) return { kind: 'bare' };
  if (isMac ? alt && !control && !meta : alt && control) return { kind: 'typesText' };
  if (!isHeld && surfaceCommands[command].effect.kind === 'cycle') return { kind: 'notHeld' };
  if (reserved[isMac ? 'mac' : 'other'].some((one) => isSameChord(one, key, platform)))
    return { kind: 'reserved' };
  for (const [other, keys] of bindings)
    if (other !== command && keys.some((one) => isSameChord(one, key, platform)))
      return { kind: 'taken', by: other };
  return undefined;
};
