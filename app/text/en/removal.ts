import type { RemovalResult, RemovalSubject } from '../../contract/removal-views.ts';

/** What is said about what a removal does and has done. */
export const removal = {
  erases:
    'This erases from this computer: the session, the entry in the list, and what its workspace and its requests left here – cookies, stored data, cache and history.',
  downloadsStay: 'Files that you downloaded stay where you saved them.',
  deleteDownloadsStay: 'Files that you downloaded stay on this computer.',

  areRemoved:
    '{count, plural, one {The account is removed from this computer.} other {# accounts removed from this computer.}}',
  isLeft:
    'The account is gone, but not everything of it could be erased. It is tried again when Hotseat starts next.',
  showReceipts: '{count, plural, one {Show receipt} other {Show receipts}}',

  removals: 'Removals',
  lead: 'Each removal leaves a receipt: what was erased, and looked for again. It never says whose it was. Files that were downloaded stay where they were saved.',
  none: 'No account has been removed from this computer.',
  clear: 'Clear list',
  older: '{count, plural, one {Show # older one} other {Show # older ones}}',
  removedOn: 'Removed {moment}',
  unknownService: 'Unknown service',
  accountDeleted: 'Deleted at its service too',
  everythingErased: 'Everything is erased',
  stillToDo: 'Still to do',

  removeAllMenu: 'Remove all accounts…',
  removeAllTitle: 'Remove all accounts?',
  removeAll: 'Remove all',
  removeAllErases:
    '{count, plural, one {This erases the one account from this computer: sessions, entries in the list, and what workspaces and requests left here – cookies, stored data, cache and history.} other {This erases all # accounts from this computer: sessions, entries in the list, and what workspaces and requests left here – cookies, stored data, cache and history.}}',
  removeAllKeeps:
    'The accounts themselves live on at their services; only anonymous ones are lost for good. Services that you added and files that you downloaded stay.',
  removingAll: 'Removing accounts',
  progress: 'Removing accounts: {done, number} of {total, number}',
  notErased:
    'The accounts are gone, but not everything of them could be erased. It is tried again when Hotseat starts next:',

  subjects: {
    session: 'Session and its tokens',
    serverSession: 'Session at the service',
    accountRecord: 'Name, e-mail and entry in the list',
    recentList: 'Recent use',
    webStorage: 'Cookies and data of its pages',
    webCache: 'Cache of its pages',
    webFolder: 'Folder of its pages',
    workspaceHistory: 'Where its workspace was',
    requestHistory: 'Past requests',
    damagedFiles: 'Damaged files kept aside',
    notifications: 'Notifications',
  } satisfies Record<RemovalSubject, string>,
  here: {
    erased: 'Erased, and looked for again',
    empty: 'Nothing was there',
    queued: 'Waiting',
    atNextStart: 'In use until Hotseat ends; erased when it starts next',
    failed: 'Could not be erased; tried again when Hotseat starts next',
  } satisfies Record<RemovalResult, string>,
  atService: {
    erased: 'Ended',
    empty: 'There was none',
    queued: 'Ended as soon as the service answers',
    atNextStart: 'Ended when Hotseat starts next',
    failed: 'Could not be ended from here; it ends there by itself',
  } satisfies Record<RemovalResult, string>,
  step: '{subject}: {result}',
  stepOfSeveral: '{step} ({count, number})',
} as const;
