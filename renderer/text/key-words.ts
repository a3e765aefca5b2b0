import type { KeyChange } from '../../app/contract/key-views.ts';

type Refusal = Extract<KeyChange, { kind: 'refused' }>['because'];

/** What is said about keys, and while they are held. */
export const keyWords = {
  cycling: 'Accounts by recent use',
  cyclingHint: 'Let go to switch. Esc leaves everything as it is.',
  nobodyElse: 'No other account can be switched to.',

  keys: 'Keys',
  lead: 'Each works wherever the keyboard is in Hotseat, in a page too.',
  globalKey: 'From any program',
  globalKeyHint:
    'Brings Hotseat up with the list of accounts to search, and puts it back when you have chosen.',
  globalKeyRefused: (key: string) =>
    `The system does not give ${key} to Hotseat: another program may have it, or this desktop allows none. Choose another key, or set one in the settings of the system.`,
  allKeys: 'Keys of all commands',
  noKey: 'No key',
  pressKey: 'Press a key…',
  change: (name: string, key: string) => `Change the key of ${name}: ${key}`,
  waiting: (name: string) => `Press the new key of ${name}, or Escape to keep what there is`,
  takeAway: (name: string) => `No key for ${name}`,
  reset: (name: string) => `Reset the key of ${name}`,
  resetAll: 'Reset all keys',
} as const;

type KindOfRefusal = Refusal['kind'];

const sentences: Readonly<Record<KindOfRefusal, (key: string, holder: string) => string>> = {
  taken: (key, holder) =>
    `${key} is the key of “${holder}” already. Choose another key, or take it away there first.`,
  bare: (key) =>
    `${key} alone would be pressed while typing. Hold Ctrl, ⌘ or Alt with it, or choose a function key.`,
  typesText: (key) => `${key} types a sign on some keyboards. Choose a key without that combination.`,
  notHeld: (key) =>
    `${key} cannot be held: going through the accounts ends when Ctrl, ⌘ or Alt is let go. Hold one of them with it.`,
  reserved: (key) => `${key} is needed for texts, for windows or by the system. Choose another key.`,
  takenBySystem: (key) =>
    `The system does not give ${key} to Hotseat: another program may have it, or this desktop allows none. Choose another key.`,
};

/** Why a command did not get a key, and what to do. `holder`: the command that has it. */
export const refusalSentence = (key: string, because: Refusal, holder: string): string =>
  sentences[because.kind](key, holder);
