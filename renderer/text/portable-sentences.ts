import type { ExportedAccounts, ImportPreview } from '../../app/contract/portable-views.ts';
import { portableWords } from './spoken.ts';

export const exportedSentence = ({ accounts, services, leftOut }: ExportedAccounts): string => {
  const exported = portableWords.exported({ accounts, services });
  const left = (['ofThisComputer', 'anonymous', 'others'] as const)
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => portableWords.left[reason]({ count: leftOut[reason] }));
  if (left.length === 0) return exported;
  const all = left.reduce((before, next) => portableWords.leftToo({ before, next }));
  return `${exported} ${portableWords.leftOut({ accounts: all })}`;
};

/** What an import would do to accounts, in one line. */
export const previewSentence = ({ newCount, knownCount, refusedCount }: ImportPreview): string => {
  const sentences = [
    newCount > 0 && portableWords.willBeAdded({ count: newCount }),
    knownCount > 0 && portableWords.areHere({ count: knownCount }),
    refusedCount > 0 && portableWords.areRefused({ count: refusedCount }),
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? portableWords.noAccounts : sentences.join(' ');
};

export const importLabel = ({ newCount, services }: ImportPreview): string =>
  newCount > 0
    ? portableWords.addAccounts({ count: newCount })
    : portableWords.addServices({ count: services.filter(({ standing }) => standing === 'new').length });

export const importedSentence = (accounts: number, services: number): string => {
  const added =
    services === 0
      ? portableWords.addedAccounts({ accounts })
      : portableWords.addedBoth({ accounts, services });
  return accounts === 0 ? added : `${added} ${portableWords.logInNext}`;
};
