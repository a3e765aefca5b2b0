import type { Notice, SessionStorageView, Snapshot } from '../../contract/views.ts';

type Protection = Extract<SessionStorageView, { kind: 'protected' }>['by'];

/** What is said about what is stored, and how sessions are. */
export const stored = {
  notices: {
    recovered: {
      accounts:
        'The list of accounts was damaged and was restored from the copy before it. Check that the last change is there; the damaged file is kept aside.',
      someAccounts:
        'A part of the list of accounts was damaged and was restored from the copy before it. Check that the last change is there; the damaged file is kept aside.',
      activeAccount:
        'The note of who was active was damaged and was restored from the copy before it. Check that the last change is there; the damaged file is kept aside.',
      settings:
        'The settings were damaged and were restored from the copy before it. Check that the last change is there; the damaged file is kept aside.',
      services:
        'The list of services was damaged and was restored from the copy before it. Check that the last change is there; the damaged file is kept aside.',
      requests:
        'The requests of a service were damaged and were restored from the copy before it. Check that the last change is there; the damaged file is kept aside.',
    },
    lost: {
      accounts:
        'The list of accounts was damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.',
      someAccounts:
        'A part of the list of accounts was damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.',
      activeAccount:
        'The note of who was active was damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.',
      settings:
        'The settings were damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.',
      services:
        'The list of services was damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.',
      requests:
        'The requests of a service were damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.',
    },
    newerVersion: {
      accounts:
        'The list of accounts was written by a newer Hotseat. Nothing is changed; update Hotseat to use it.',
      activeAccount:
        'The note of who was active was written by a newer Hotseat. Nothing is changed; update Hotseat to use it.',
      settings:
        'The settings were written by a newer Hotseat. Nothing is changed; update Hotseat to use them.',
      services:
        'The list of services was written by a newer Hotseat. Nothing is changed; update Hotseat to use it.',
      requests:
        'The requests of a service were written by a newer Hotseat. Nothing is changed; update Hotseat to use them.',
      removals:
        'The list of removals was written by a newer Hotseat. Nothing is changed; update Hotseat to use it.',
      directory:
        'The accounts of this computer were written by a newer Hotseat. Nothing is changed; update Hotseat to use them.',
    },
    unreadable: {
      directory:
        'The accounts of this computer cannot be read from the disk. Nothing is changed; put them back from a backup, then restart Hotseat.',
    },
    notSaved: {
      directory:
        'The accounts of this computer could not be saved to the disk. Free some space or check the disk; Hotseat tries again with the next change.',
    },
    failsClosed: {
      policy:
        'The policy of this computer cannot be read, so the strictest rules hold. Ask whoever looks after the computer to put it right.',
    },
  } satisfies Record<Notice['kind'], Partial<Record<Notice['what'], string>>>,
  // Of what has no sentence of its own.
  anyNotice: {
    recovered:
      'A stored file was damaged and was restored from the copy before it. Check that the last change is there; the damaged file is kept aside.',
    lost: 'A stored file was damaged beyond repair. Hotseat starts afresh there; the damaged file is kept aside.',
    unreadable:
      'A stored file cannot be read from the disk. Nothing is changed; put it back from a backup, then restart Hotseat.',
    newerVersion:
      'A stored file was written by a newer Hotseat. Nothing is changed; update Hotseat to use it.',
    failsClosed:
      'A stored file cannot be read, so the strictest rules hold. Ask whoever looks after the computer to put it right.',
    notSaved:
      'A stored file could not be saved to the disk. Free some space or check the disk; Hotseat tries again with the next change.',
  } satisfies Record<Notice['kind'], string>,

  checking: 'Looking at how sessions can be kept…',
  protected: {
    keychain: 'Sessions are encrypted with a key from your Keychain.',
    dataProtection: 'Sessions are encrypted for your Windows account.',
    secretService: 'Sessions are encrypted with a key from your keyring.',
  } satisfies Record<Protection, string>,
  anotherKeyring: 'Another keyring is here than before.',
  anotherKeyringMore:
    'What the old one sealed is kept and opens when it is back. If it is gone for good, begin with this one: accounts of this computer log in once more.',
  inMemory: 'Sessions are kept in memory only.',
  inMemoryByRule: 'Your organisation wants it so: when Hotseat ends, everybody is logged out.',
  unprotected: {
    linux:
      'No keyring answers that could protect them, so nothing is written to the disk and a restart logs everybody out. Unlock or install a keyring, such as GNOME Keyring or KWallet.',
    darwin:
      'The Keychain does not answer, so nothing is written to the disk and a restart logs everybody out. Unlock the login keychain.',
    win32:
      'Windows does not protect them for this account, so nothing is written to the disk and a restart logs everybody out. Sign in to Windows with an ordinary profile.',
  } satisfies Record<Snapshot['platform'], string>,
} as const;
