/** What can go wrong on the page. */
export type Fault =
  /** There is no account: the page is not in Hotseat, or its account has left. */
  | 'noAccount'
  | 'keyringUnavailable'
  | 'sessionUnreadable'
  | 'unreachable'
  | 'diskFull'
  | 'notebookFull'
  | 'empty'
  | 'notTaken'
  | 'noteGone'
  | 'failed';

/** What happened and what to do, in one sentence or two short ones. */
export const sentenceOf: Readonly<Record<Fault, string>> = {
  noAccount: 'Open this page in Hotseat: only there does it know whose notes to show.',
  keyringUnavailable:
    'The keyring is locked or away, so the session of this account cannot be read. Unlock it, then try again.',
  sessionUnreadable:
    'The session of this account cannot be read from the disk. Try again; if it stays, check the disk.',
  unreachable: 'The directory of this computer does not answer. Wait a moment, then try again.',
  diskFull: 'The disk is full, so nothing was saved. Free some space, then try again.',
  notebookFull: 'The notebook is full, so the note was not added. Remove another, then try again.',
  empty: 'The note is empty. Write something first.',
  notTaken:
    'That note is too long, or has characters that cannot be kept. Shorten it or take them out, then try again.',
  noteGone: 'That note is gone already. Nothing is left to do.',
  failed: 'The directory answered with a failure. Nothing has changed; try again in a moment.',
};

/** Of an answer that is not the promised one. `code` is the protocol's `error_code`, where there is one. */
export const faultOf = (status: number, code: unknown): Fault => {
  if (status === 401 || status === 403) return 'noAccount';
  if (status === 507) return 'diskFull';
  switch (code) {
    case 'KeyringUnavailable':
      return 'keyringUnavailable';
    case 'StorageUnavailable':
      return 'sessionUnreadable';
    case 'NotebookFull':
      return 'notebookFull';
    case 'NoteNotFound':
      return 'noteGone';
    case 'InvalidParameter':
      return 'notTaken';
    default:
      return status === 413 ? 'notTaken' : status === 503 ? 'unreachable' : 'failed';
  }
};
