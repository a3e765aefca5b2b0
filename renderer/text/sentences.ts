import type { ErrorReport } from '../../app/contract/bridge.ts';
import type { AttentionReason, Notice, SessionStorageView, UserView } from '../../app/contract/views.ts';
import { words } from './words.ts';

type Errors = { readonly [Error in ErrorReport as Error['code']]: Error };
type ErrorOf<Code extends keyof Errors> = Errors[Code];
type Sentences = { readonly [Code in keyof Errors]: (error: Errors[Code]) => string };

/** 507 Insufficient Storage (RFC 4918 section 11.5); the directory answers it when this computer's disk is full. */
const noRoom = 507;

/** Where the sentence is shown, for the few codes that mean something else there. */
export type Occasion = 'logIn' | 'logInAgain' | 'other';

const sentences = (occasion: Occasion): Sentences => ({
  invalidInput: ({ field, problem }) => inputSentences[field][problem],
  userNotFound: () => 'That account is no longer on this computer. Add it again to use it.',
  userLoggedOut: () => 'That account is logged out. Log in again to use it.',
  identityMismatch: ({ expected, actual }) =>
    `That was ${actual}, but this place belongs to ${expected}. Nothing has changed; log in as ${expected}, or add ${actual} as an account of its own.`,
  authenticationRejected: ({ retryAfterSeconds }) => {
    if (retryAfterSeconds !== undefined)
      return `There were too many tries with this account. Wait ${duration(retryAfterSeconds)}, then try again.`;
    return rejected[occasion];
  },
  networkUnavailable: () => 'The service cannot be reached. Check the connection, then try again.',
  serverError: ({ status }) =>
    status === noRoom
      ? 'The disk that the service keeps its accounts on is full, so nothing was saved. For accounts of this computer, free some space; then try again.'
      : `The service answered with a failure${status === undefined ? '' : ` (${status})`}. Nothing has changed; try again in a moment.`,
  storageUnavailable: ({ problem }) => storageSentences[problem],
  locked: () => 'That account is locked. Unlock it first.',
  deniedByPolicy: () => 'The rules of this computer do not allow that. Ask whoever looks after it.',
  cancelled: () => 'It was cancelled. Nothing has changed.',
  superseded: () => 'You chose another account before this one was ready, so that one counts.',
  conflict: ({ with: cause }) => conflictSentences[cause],
  unexpected: () =>
    'Something went wrong that Hotseat did not expect. Try again; if it stays, restart Hotseat.',
});

const rejected: Record<Occasion, string> = {
  logIn: 'The e-mail or password is not right. Try again, or create an account.',
  logInAgain: 'The e-mail or password is not right. Try again.',
  other: 'The service no longer accepts this session. Log in again, then repeat it.',
};

const inputSentences: Record<
  ErrorOf<'invalidInput'>['field'],
  Record<ErrorOf<'invalidInput'>['problem'], string>
> = {
  email: {
    empty: 'The e-mail is missing. Type the e-mail of the account.',
    tooLong: 'That e-mail is too long. Use one of at most 320 characters.',
    tooShort: 'That e-mail is too short. Check it for missing letters.',
    malformed: 'That is not an e-mail address. It should look like name@example.org.',
  },
  password: {
    empty: 'The password is missing. Type the password of the account.',
    tooLong: 'That password is too long. Use a shorter one.',
    tooShort: 'That password is too short. Use a longer one.',
    malformed: 'That password has characters that the service does not take. Choose another.',
  },
  name: {
    empty: 'The name is missing. Type a name.',
    tooLong: 'That name is too long. Use one of at most 200 characters.',
    tooShort: 'That name is too short. Use a longer one.',
    malformed: 'That name has characters that the service does not take. Choose another.',
  },
  nickname: {
    empty: 'The nickname is missing. Type a nickname.',
    tooLong: 'That nickname is too long. Use one of at most 200 characters.',
    tooShort: 'That nickname is too short. Use a longer one.',
    malformed: 'That nickname has characters that cannot be used. Choose another.',
  },
  note: {
    empty: 'The note is empty. Write something first.',
    tooLong: 'That note is too long. Shorten it, or make two of it.',
    tooShort: 'That note is too short. Write a little more.',
    malformed: 'That note has characters that cannot be kept. Take them out and try again.',
  },
  command: {
    empty: 'Something was missing, so nothing was done. Try again.',
    tooLong: 'That was more than fits, so nothing was done. Shorten it and try again.',
    tooShort: 'That was too little, so nothing was done. Try again.',
    malformed: 'That could not be understood, so nothing was done. Try again.',
  },
};

const storageSentences: Record<ErrorOf<'storageUnavailable'>['problem'], string> = {
  diskFull: 'The disk is full, so the change could not be saved. Free some space, then try again.',
  notPermitted: 'Hotseat may not write to its folder. Check who owns it, then try again.',
  newerVersion: 'A newer Hotseat wrote these accounts, so this one leaves them as they are. Update Hotseat.',
  keyringUnavailable:
    'The keyring is locked or away, so sessions cannot be read or kept. Unlock it, then try again.',
  failed: 'The change could not be saved to the disk. Try again; if it stays, check the disk.',
};

const conflictSentences: Record<ErrorOf<'conflict'>['with'], string> = {
  emailTaken: 'There is an account with that e-mail already. Log in to it, or use another e-mail.',
  noWayToUnlock: 'This account has no PIN or passphrase yet. Set one up before you lock it.',
};

/** One sentence that says what happened and what to do. */
export const sentenceOf = (error: ErrorReport, occasion: Occasion = 'other'): string =>
  pick(sentences(occasion), error.code, error);

const pick = <Code extends keyof Errors>(table: Sentences, code: Code, error: Errors[Code]): string =>
  table[code](error);

/** What the person asked for themselves, by cancelling or by choosing anew, is no failure to tell. */
export const isWorthTelling = (error: ErrorReport): boolean =>
  error.code !== 'superseded' && error.code !== 'cancelled';

const duration = (seconds: number): string => {
  if (seconds < 60) return plural(Math.max(1, Math.ceil(seconds)), 'second');
  if (seconds < 3600) return plural(Math.ceil(seconds / 60), 'minute');
  return plural(Math.ceil(seconds / 3600), 'hour');
};

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `loud` is for what keeps the person from going on; the rest is worth knowing. */
export const attention: Record<AttentionReason, { readonly sentence: string; readonly isLoud: boolean }> = {
  sessionExpired: { sentence: 'The session has run out. Log in again to go on.', isLoud: true },
  sessionRevoked: { sentence: 'The service ended the session. Log in again to go on.', isLoud: true },
  sessionEndsSoon: { sentence: 'The session ends soon. Log in again to keep it.', isLoud: false },
  unreachable: {
    sentence: 'The service cannot be reached at the moment. Hotseat keeps trying.',
    isLoud: true,
  },
  sessionNotSaved: {
    sentence: 'The session is in memory only. After a restart you will log in again.',
    isLoud: false,
  },
  keyringUnavailable: {
    sentence: 'The keyring is locked or away, so the session cannot be read. Unlock it, then check again.',
    isLoud: true,
  },
};

interface Stored {
  readonly subject: string;
  readonly was: 'was' | 'were';
  readonly it: 'it' | 'them';
}

const stored: Record<Notice['what'], Stored> = {
  accounts: { subject: 'The list of accounts', was: 'was', it: 'it' },
  activeAccount: { subject: 'The note of who was active', was: 'was', it: 'it' },
  settings: { subject: 'The settings', was: 'were', it: 'them' },
  session: { subject: 'A session', was: 'was', it: 'it' },
  directory: { subject: 'The accounts of this computer', was: 'were', it: 'them' },
};

const noticeSentences: Record<Notice['kind'], (what: Stored) => string> = {
  recovered: ({ subject, was }) =>
    `${subject} ${was} damaged and ${was} restored from the copy before it. Check that the last change is there; the damaged file is kept aside.`,
  lost: ({ subject, was }) =>
    `${subject} ${was} damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.`,
  unreadable: ({ subject, it }) =>
    `${subject} cannot be read from the disk. Nothing is changed; put ${it} back from a backup, then restart Hotseat.`,
  newerVersion: ({ subject, was, it }) =>
    `${subject} ${was} written by a newer Hotseat. Nothing is changed; update Hotseat to use ${it}.`,
  notSaved: ({ subject }) =>
    `${subject} could not be saved to the disk. Free some space or check the disk; Hotseat tries again with the next change.`,
};

export const noticeSentence = ({ kind, what }: Notice): string => noticeSentences[kind](stored[what]);

export interface StorageSentence {
  readonly lead: string;
  readonly rest: string | undefined;
}

export const storageSentence = (
  storage: SessionStorageView,
  platform: keyof typeof unprotectedBecause,
): StorageSentence => {
  if (storage.kind === 'protected') return { lead: protectedBy[storage.by], rest: undefined };
  return storage.kind === 'checking'
    ? { lead: 'Looking at how sessions can be kept…', rest: undefined }
    : { lead: 'Sessions are kept in memory only.', rest: unprotectedBecause[platform] };
};

const protectedBy: Record<Extract<SessionStorageView, { kind: 'protected' }>['by'], string> = {
  keychain: 'Sessions are encrypted with a key from your Keychain.',
  dataProtection: 'Sessions are encrypted for your Windows account.',
  secretService: 'Sessions are encrypted with a key from your keyring.',
};

const unprotectedBecause = {
  linux:
    'No keyring answers that could protect them, so nothing is written to the disk and a restart logs everybody out. Unlock or install a keyring, such as GNOME Keyring or KWallet.',
  darwin:
    'The Keychain does not answer, so nothing is written to the disk and a restart logs everybody out. Unlock the login keychain.',
  win32:
    'Windows does not protect them for this account, so nothing is written to the disk and a restart logs everybody out. Sign in to Windows with an ordinary profile.',
} as const;

/** The state in one word, as every surface says it. */
export const stateWord = (user: UserView, isActive: boolean): string => {
  if (user.state === 'loggedOut') return words.loggedOut;
  if (user.isLocked) return words.locked;
  return isActive ? words.active : words.inactive;
};
