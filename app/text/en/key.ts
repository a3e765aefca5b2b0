import type { KeyRefusal } from '../../surfaces/key-refusal.ts';
import type { Messages } from '../message.ts';

/** Keys, what they are called, and what is said while they are held. */
export const key = {
  cycling: 'Accounts by recent use',
  cyclingHint: 'Let go to switch. Esc leaves everything as it is.',
  nobodyElse: 'No other account can be switched to.',

  keys: 'Keys',
  lead: 'Each works wherever the keyboard is in Hotseat, in a page too.',
  globalKey: 'From any program',
  globalKeyHint:
    'Brings Hotseat up with the list of accounts to search, and puts it back when you have chosen.',
  globalKeyRefused:
    'The system does not give {key} to Hotseat: another program may have it, or this desktop allows none. Choose another key, or set one in the settings of the system.',
  allKeys: 'Keys of all commands',
  noKey: 'No key',
  pressKey: 'Press a key…',
  change: 'Change the key of {name}: {key}',
  waiting: 'Press the new key of {name}, or Escape to keep what there is',
  takeAway: 'No key for {name}',
  reset: 'Reset the key of {name}',
  resetAll: 'Reset all keys',

  refusals: {
    taken: '{key} is the key of “{holder}” already. Choose another key, or take it away there first.',
    bare: '{key} alone would be pressed while typing. Hold Ctrl, ⌘ or Alt with it, or choose a function key.',
    typesText: '{key} types a sign on some keyboards. Choose a key without that combination.',
    notHeld:
      '{key} cannot be held: going through the accounts ends when Ctrl, ⌘ or Alt is let go. Hold one of them with it.',
    reserved: '{key} is needed for texts, for windows or by the system. Choose another key.',
    takenBySystem:
      'The system does not give {key} to Hotseat: another program may have it, or this desktop allows none. Choose another key.',
  },

  // As they are written on keyboards.
  names: {
    control: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    tab: 'Tab',
    space: 'Space',
    home: 'Home',
    end: 'End',
    pageUp: 'Page Up',
    pageDown: 'Page Down',
  },
} as const satisfies { readonly refusals: Record<KeyRefusal['kind'], string> } & Messages;
