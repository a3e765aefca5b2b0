import type { Notice } from '../../app/contract/views.ts';
import type { DirectoryFailure } from '../identity/directory-host.ts';

const notices: Readonly<Record<DirectoryFailure, Omit<Notice, 'id'> | undefined>> = {
  newerDatabase: { kind: 'newerVersion', what: 'directory' },
  diskFull: { kind: 'notSaved', what: 'directory' },
  databaseUnreadable: { kind: 'unreadable', what: 'directory' },
  neverReady: undefined,
  keyUnavailable: undefined,
  unexpected: undefined,
};

/** What the person is told when the directory does not come up; what may mend itself is not told. */
export const directoryNotice = (reason: DirectoryFailure): Omit<Notice, 'id'> | undefined => notices[reason];
