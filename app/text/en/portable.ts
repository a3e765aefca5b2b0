import type { ImportPreview } from '../../contract/portable-views.ts';
import type { Messages } from '../message.ts';

/** The list of accounts on its way to another computer. */
export const portable = {
  title: 'Account list',
  lead: 'To have the same accounts on another computer: their names, colours and services, in a file. Nobody can log in with it alone; no token, password or client secret is in it.',
  export: 'Export accounts…',
  exportDenied: 'Your organisation does not allow the list to be exported.',
  import: 'Import accounts…',
  importTitle: 'Import accounts',
  importLead:
    'The file says where these services are. Whoever logs in sends their login there, so add only what you know.',
  services: 'Services in the file',
  newAccounts: '{count, plural, one {# new account} other {# new accounts}}',
  standings: {
    new: 'Will be added',
    known: 'Already here',
    refused: 'Not allowed by the rules of this computer',
  },
  needsSecret:
    'It wants a client secret, which is in no file: edit the service and type it before the first login.',
  importing: 'Adding them…',
  takeBack: 'Remove them again',
  takenBack: 'They are removed again.',
  done: 'Done',

  exported:
    '{accounts, plural, one {{services, plural, one {Exported 1 account and 1 service.} other {Exported 1 account and # services.}}} other {{services, plural, one {Exported {accounts, number} accounts and 1 service.} other {Exported {accounts, number} accounts and # services.}}}}',
  leftOut: 'Left out: {accounts}.',
  // Accounts that were left out, each kind with its reason; and how kinds follow each other.
  left: {
    ofThisComputer:
      '{count, plural, one {# of this computer, which lives here only} other {# of this computer, which live here only}}',
    anonymous: '{count, plural, one {# anonymous} other {# anonymous}}',
    others:
      '{count, plural, one {# whose service is not known any more} other {# whose service is not known any more}}',
  },
  leftToo: '{before}; {next}',

  noAccounts: 'The file has no accounts.',
  willBeAdded:
    '{count, plural, one {# account will be added at the end of your list, logged out until you log in.} other {# accounts will be added at the end of your list, logged out until you log in.}}',
  areHere:
    '{count, plural, one {One account is here already and stays as it is.} other {# accounts are here already and stay as they are.}}',
  areRefused:
    '{count, plural, one {# account is not let in by the rules of this computer.} other {# accounts are not let in by the rules of this computer.}}',
  addAccounts: '{count, plural, one {Add # account} other {Add # accounts}}',
  addServices: '{count, plural, one {Add # service} other {Add # services}}',

  addedAccounts: '{accounts, plural, one {Added # account.} other {Added # accounts.}}',
  addedBoth:
    '{accounts, plural, one {{services, plural, one {Added 1 account and 1 service.} other {Added 1 account and # services.}}} other {{services, plural, one {Added {accounts, number} accounts and 1 service.} other {Added {accounts, number} accounts and # services.}}}}',
  logInNext: 'Log in to use them.',
} as const satisfies {
  readonly standings: Record<ImportPreview['services'][number]['standing'], string>;
} & Messages;
