import type { SessionStorageView } from '../contract/views.ts';
import type { Finding, FolderName } from './finding.ts';

export interface FolderFacts {
  readonly name: FolderName;
  /** Does it belong to whoever runs Hotseat? */
  readonly isOwn: boolean;
  /** May nobody else look into it? Nothing is said of the folder that the others are in. */
  readonly isPrivate: boolean;
  readonly isWritable: boolean;
}

/** The worst comes first: where nothing can be saved, what others may see is less urgent. */
export const folderFinding = (found: readonly FolderFacts[]): Finding => {
  const where = (isBad: (facts: FolderFacts) => boolean): readonly FolderName[] =>
    found.filter(isBad).map(({ name }) => name);
  const foreign = where(({ isOwn }) => !isOwn);
  if (foreign.length > 0) return { code: 'folderNotOwn', folders: foreign };
  const closed = where(({ isWritable }) => !isWritable);
  if (closed.length > 0) return { code: 'folderNotWritable', folders: closed };
  const open = where(({ isPrivate }) => !isPrivate);
  return open.length > 0 ? { code: 'folderOpen', folders: open } : { code: 'folderSound' };
};

export interface FileFacts {
  /** How the list of accounts on disk stands to the one that Hotseat goes by. */
  readonly accounts: 'agree' | 'differ' | 'newer';
  readonly soundCount: number;
  /** The folder of each file whose content is not what was written. */
  readonly damagedIn: readonly FolderName[];
  /** The folder of each file that could not be opened. */
  readonly unreadableIn: readonly FolderName[];
}

export const filesFinding = ({ accounts, soundCount, damagedIn, unreadableIn }: FileFacts): Finding => {
  if (accounts === 'newer') return { code: 'filesNewer' };
  if (unreadableIn.length > 0)
    return {
      code: 'filesUnreadable',
      folders: [...new Set(unreadableIn)],
      files: unreadableIn.length,
    };
  if (damagedIn.length > 0)
    return { code: 'filesDamaged', folders: [...new Set(damagedIn)], files: damagedIn.length };
  return accounts === 'differ' ? { code: 'filesDisagree' } : { code: 'filesSound', files: soundCount };
};

/** By what the self-test of the key store has just come to. */
export const keyringFinding = (storage: SessionStorageView): Finding => {
  switch (storage.kind) {
    case 'protected':
      return storage.isAnother ? { code: 'keyringOther' } : { code: 'keyringProtects', by: storage.by };
    case 'unprotected':
      return { code: 'keyringAbsent' };
    case 'inMemoryByRule':
      return { code: 'keyringNotWanted' };
    default:
      return { code: 'keyringSilent' };
  }
};

const lowBelowMegabytes = 500;
const fullBelowMegabytes = 20;

export const diskFinding = (freeBytes: number): Finding => {
  const freeMegabytes = Math.floor(freeBytes / 1_000_000);
  if (freeMegabytes < fullBelowMegabytes) return { code: 'diskFull', freeMegabytes };
  return { code: freeMegabytes < lowBelowMegabytes ? 'diskLow' : 'diskRoomy', freeMegabytes };
};
