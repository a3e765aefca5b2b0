import type { CommandKeysView } from '../../app/contract/key-views.ts';
import { chordName } from '../text/chord-names.ts';
import { keyWords } from '../text/spoken.ts';
import { useMirror } from './mirror.ts';

export type Command = CommandKeysView['command'];

const rows = ['row1', 'row2', 'row3', 'row4', 'row5', 'row6', 'row7', 'row8', 'row9'] as const;

/** The first key of a command, as keyboards of this system have it; none where it has none. */
export const useKeyOf = (command: Command | undefined): string | undefined =>
  useMirror(({ keys, platform }) => {
    const key = keys.commands.find((one) => one.command === command)?.keys[0];
    return key && chordName(key, platform);
  });

/** The key that switches to one of the first nine accounts of the list. */
export const useRowKey = (digit: number | undefined): string | undefined =>
  useKeyOf(digit === undefined ? undefined : rows[digit - 1]);

/** The key that the digits of the accounts go with, as it is written on keyboards of this system. */
export const useModifierKey = (): string =>
  useMirror(({ platform }) => (platform === 'darwin' ? '⌘' : `${keyWords.names.control} `));
