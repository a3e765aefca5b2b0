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
