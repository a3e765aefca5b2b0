import type { Notice, SessionStorageView, Snapshot } from '../../app/contract/views.ts';
import { storedWords } from './spoken.ts';

type OfKind = Readonly<Partial<Record<Notice['what'], string>>>;

export const noticeSentence = ({ kind, what }: Notice): string => {
  const own: OfKind = storedWords.notices[kind];
  return own[what] ?? storedWords.anyNotice[kind];
};

export interface StorageSentence {
  readonly lead: string;
  readonly rest: string | undefined;
}

export const storageSentence = (
  storage: SessionStorageView,
  platform: Snapshot['platform'],
): StorageSentence => {
  if (storage.kind === 'checking') return { lead: storedWords.checking, rest: undefined };
  if (storage.kind === 'protected')
    return storage.isAnother
      ? { lead: storedWords.anotherKeyring, rest: storedWords.anotherKeyringMore }
      : { lead: storedWords.protected[storage.by], rest: undefined };
  const rest =
    storage.kind === 'inMemoryByRule' ? storedWords.inMemoryByRule : storedWords.unprotected[platform];
  return { lead: storedWords.inMemory, rest };
};
