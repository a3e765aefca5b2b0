import type { ExportedAccounts, ImportPreview } from '../../app/contract/portable-views.ts';
import { plural } from './durations.ts';

/** What is said about the list of accounts on its way to another computer. */
export const portableWords = {
  title: 'Account list',
  lead: 'To have the same accounts on another computer: their names, colours and services, in a file. Nobody can log in with it alone; no token, password or client secret is in it.',
  export: 'Export accounts…',
  exportDenied: 'Your organisation does not allow the list to be exported.',
  import: 'Import accounts…',
  importTitle: 'Import accounts',
  importLead:
    'The file says where these services are. Whoever logs in sends their login there, so add only what you know.',
  services: 'Services in the file',
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
} as const;

export const exportedSentence = ({ accounts, services, leftOut }: ExportedAccounts): string => {
  const reasons = [
    leftOut.ofThisComputer > 0 && `${leftOut.ofThisComputer} of this computer, which live here only`,
    leftOut.anonymous > 0 && `${leftOut.anonymous} anonymous`,
    leftOut.others > 0 && `${leftOut.others} whose service is not known any more`,
  ].filter((reason) => reason !== false);
  const left = reasons.length === 0 ? '' : ` Left out: ${reasons.join('; ')}.`;
  return `Exported ${plural(accounts, 'account')} and ${plural(services, 'service')}.${left}`;
};

/** What an import would do to accounts, in one line. */
export const previewSentence = ({ newCount, knownCount, refusedCount }: ImportPreview): string => {
  const parts = [
    newCount > 0 &&
      `${plural(newCount, 'account')} will be added at the end of your list, logged out until you log in.`,
    knownCount > 0 &&
      (knownCount === 1
        ? 'One account is here already and stays as it is.'
        : `${knownCount} accounts are here already and stay as they are.`),
    refusedCount > 0 &&
      `${plural(refusedCount, 'account')} ${refusedCount === 1 ? 'is' : 'are'} not let in by the rules of this computer.`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'The file has no accounts.' : parts.join(' ');
};

export const importLabel = ({ newCount, services }: ImportPreview): string => {
  const newServices = services.filter(({ standing }) => standing === 'new').length;
  return newCount > 0 ? `Add ${plural(newCount, 'account')}` : `Add ${plural(newServices, 'service')}`;
};

export const importedSentence = (accounts: number, services: number): string => {
  const servicesToo = services === 0 ? '' : ` and ${plural(services, 'service')}`;
  const next = accounts === 0 ? '' : ' Log in to use them.';
  return `Added ${plural(accounts, 'account')}${servicesToo}.${next}`;
};
