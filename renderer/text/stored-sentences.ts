import type { Notice, SessionStorageView } from '../../app/contract/views.ts';

interface Stored {
  readonly subject: string;
  readonly was: 'was' | 'were';
  readonly it: 'it' | 'them';
}

const stored: Record<Notice['what'], Stored> = {
  accounts: { subject: 'The list of accounts', was: 'was', it: 'it' },
  someAccounts: { subject: 'A part of the list of accounts', was: 'was', it: 'it' },
  activeAccount: { subject: 'The note of who was active', was: 'was', it: 'it' },
  settings: { subject: 'The settings', was: 'were', it: 'them' },
  services: { subject: 'The list of services', was: 'was', it: 'it' },
  session: { subject: 'A session', was: 'was', it: 'it' },
  requests: { subject: 'The requests of a service', was: 'were', it: 'them' },
  removals: { subject: 'The list of removals', was: 'was', it: 'it' },
  policy: { subject: 'The policy of this computer', was: 'was', it: 'it' },
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
  failsClosed: ({ subject, it }) =>
    `${subject} cannot be read, so the strictest rules hold. Ask whoever looks after the computer to put ${it} right.`,
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
  if (storage.kind === 'protected')
    return storage.isAnother
      ? {
          lead: 'Another keyring is here than before.',
          rest: 'What the old one sealed is kept and opens when it is back. If it is gone for good, begin with this one: accounts of this computer log in once more.',
        }
      : { lead: protectedBy[storage.by], rest: undefined };
  if (storage.kind === 'inMemoryByRule')
    return {
      lead: 'Sessions are kept in memory only.',
      rest: 'Your organisation wants it so: when Hotseat ends, everybody is logged out.',
    };
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
