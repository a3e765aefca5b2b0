import '../../main/storage/testing/use-electron-stand-in.ts';
import { restoreRegistry, type RestoredRegistry } from '../../app/users/restored-registry.ts';
import type { UserId } from '../../app/users/user.ts';

// The stand-in for Electron has to be there before what imports Electron.
const { foldersIn } = await import('../../main/launch/open-storage.ts');
const { FileRegistryStore } = await import('../../main/storage/registry-store.ts');
const { FileTombstones } = await import('../../main/storage/tombstones.ts');
const { usersIn } = await import('../../main/locks/users-in.ts');

/** What a profile holds, as the next start will find it. */
export interface ProfileReading extends RestoredRegistry {
  /** By what is stored: the start closes those who have a lock. */
  readonly storedActiveId: UserId | undefined;
  readonly sessions: ReadonlySet<UserId>;
  readonly tombstones: ReadonlySet<UserId>;
  /** What the next start would have to tell of damage. */
  readonly notices: readonly string[];
}

/** Reads a profile by Hotseat's own stores; no Hotseat may run on it. Changes nothing. */
export const readProfile = (profile: string): ProfileReading => {
  const folders = foldersIn(profile);
  const clock = { nowMs: () => Date.now() };
  const reading = new FileRegistryStore({ directory: folders.registry, clock }).readRegistry();
  const raised = new FileTombstones(folders.removals).list();
  if (reading.kind === 'newer' || !raised.ok) throw new Error('The profile cannot be read');
  const sessions = new Set(usersIn(folders.sessions));
  const { accounts, active, isRecovered } = reading;
  const locks = new Set(usersIn(folders.locks));
  const restored = restoreRegistry({
    accounts,
    active,
    isRecovered,
    sessions,
    tombstones: raised.value,
    locks,
  });
  return {
    ...restored,
    storedActiveId: active?.activeId,
    sessions,
    tombstones: raised.value,
    notices: reading.notices.map(({ kind, what }) => `${kind}: ${what}`),
  };
};
