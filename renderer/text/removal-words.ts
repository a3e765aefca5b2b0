import type { RemovalReceipt, RemovalResult, RemovalSubject } from '../../app/contract/removal-views.ts';
import { moment, plural } from './durations.ts';
import { serviceWords } from './spoken.ts';

/** Texts about what a removal does and has done. */
export const removalWords = {
  erases:
    'This erases from this computer: the session, the entry in the list, and what its workspace and its requests left here – cookies, stored data, cache and history.',
  downloadsStay: 'Files that you downloaded stay where you saved them.',
  deleteDownloadsStay: 'Files that you downloaded stay on this computer.',

  isRemoved: 'The account is removed from this computer.',
  areRemoved: (count: number) => `${plural(count, 'account')} removed from this computer.`,
  isLeft:
    'The account is gone, but not everything of it could be erased. It is tried again when Hotseat starts next.',
  showReceipt: 'Show receipt',
  showReceipts: 'Show receipts',

  removals: 'Removals',
  lead: 'Each removal leaves a receipt: what was erased, and looked for again. It never says whose it was. Files that were downloaded stay where they were saved.',
  none: 'No account has been removed from this computer.',
  clear: 'Clear list',
  older: (count: number) => `Show ${plural(count, 'older one')}`,
  removedOn: (receipt: RemovalReceipt) => `Removed ${moment(receipt.removedAtMs)}`,
  kindOf: ({ serviceKind }: RemovalReceipt) =>
    serviceKind === undefined ? 'Unknown service' : serviceWords.kinds[serviceKind],
  accountDeleted: 'Deleted at its service too',
  everythingErased: 'Everything is erased',
  stillToDo: 'Still to do',

  removeAllMenu: 'Remove all accounts…',
  removeAllTitle: 'Remove all accounts?',
  removeAll: 'Remove all',
  removeAllErases: (count: number) =>
    `This erases ${count === 1 ? 'the one account' : `all ${count} accounts`} from this computer: sessions, entries in the list, and what workspaces and requests left here – cookies, stored data, cache and history.`,
  removeAllKeeps:
    'The accounts themselves live on at their services; only anonymous ones are lost for good. Services that you added and files that you downloaded stay.',
  removingAll: 'Removing accounts',
  progress: (done: number, total: number) => `${done} of ${total}`,
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
  resultOf: (subject: RemovalSubject, result: RemovalResult): string =>
    (subject === 'serverSession' ? atService : here)[result],
} as const;

const here = {
  erased: 'Erased, and looked for again',
  empty: 'Nothing was there',
  queued: 'Waiting',
  atNextStart: 'In use until Hotseat ends; erased when it starts next',
  failed: 'Could not be erased; tried again when Hotseat starts next',
} satisfies Record<RemovalResult, string>;

const atService = {
  erased: 'Ended',
  empty: 'There was none',
  queued: 'Ended as soon as the service answers',
  atNextStart: 'Ended when Hotseat starts next',
  failed: 'Could not be ended from here; it ends there by itself',
} satisfies Record<RemovalResult, string>;

/** What is left of a removal, in words. */
export const leftToDo = ({ steps }: RemovalReceipt): readonly string[] =>
  steps
    .filter(({ subject, result }) => !isOver(subject, result))
    .map(
      ({ subject, result }) => `${removalWords.subjects[subject]}: ${removalWords.resultOf(subject, result)}`,
    );

/** A session that cannot be ended from here any more is nothing that Hotseat has left to do. */
const isOver = (subject: RemovalSubject, result: RemovalResult): boolean =>
  result === 'erased' || result === 'empty' || (subject === 'serverSession' && result === 'failed');
