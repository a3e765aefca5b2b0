import { join } from 'node:path';
import type { StartShutter } from '../../app/desk/switching-rule.ts';
import type { Clock, Log, Ports } from '../../app/ports.ts';
import { restoreRegistry, type RestoredRegistry } from '../../app/users/restored-registry.ts';
import type { UserId } from '../../app/users/user.ts';
import { emptyRegistry } from '../../app/users/user-registry.ts';
import { sweepLeftovers } from '../storage/leftovers.ts';
import { FileLocalTraces } from '../storage/local-traces.ts';
import { FileRegistryStore, type RegistryReading } from '../storage/registry-store.ts';
import { FileRevocationOutbox } from '../storage/revocation-outbox.ts';
import type { Sealing } from '../storage/sealing.ts';
import { noSessionKeys, type SessionKeys } from '../storage/session-keys.ts';
import { FileSessionVault } from '../storage/session-vault.ts';
import { FileTombstones } from '../storage/tombstones.ts';
import type { StorageNotice } from '../storage/versioned-reading.ts';

/** Where things lie in the user-data folder. */
export const foldersIn = (userData: string) => ({
  registry: join(userData, 'registry'),
  sessions: join(userData, 'sessions'),
  revocations: join(userData, 'revocations'),
  removals: join(userData, 'removals'),
  secrets: join(userData, 'secrets'),
  services: join(userData, 'services'),
  settings: join(userData, 'settings'),
  workspaces: join(userData, 'workspaces'),
  locks: join(userData, 'locks'),
  audit: join(userData, 'audit'),
  requests: join(userData, 'requests'),
  receipts: join(userData, 'receipts'),
  webSessionEnds: join(userData, 'web-session-ends'),
  updates: join(userData, 'updates'),
  window: join(userData, 'window'),
  directory: join(userData, 'directory'),
  logs: join(userData, 'logs'),
});

export interface StorageOptions {
  readonly userData: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Log;
  /** Users' own keys, and who has one; nobody unless given. */
  readonly locks?: SessionKeys & { readonly users: ReadonlySet<UserId> };
  /** What the start does with who was signed in. */
  readonly shutter?: StartShutter;
  /** May sessions be on disk, as far as the rules go? */
  readonly mayStoreSessions?: () => boolean;
}

export interface OpenedStorage extends Pick<Ports, 'registryStore' | 'vault' | 'tombstones' | 'traces'> {
  readonly outbox: FileRevocationOutbox;
  /** Log outs whose web session is to be ended: those that stood at the start, and where they are kept. */
  readonly webSessionEnds: { readonly marks: FileTombstones; readonly due: readonly UserId[] };
  /** Is everybody who has something here known, so that what is left of others belongs to nobody? */
  readonly isEverybodyKnown: boolean;
  readonly restored: RestoredRegistry;
  readonly notices: readonly StorageNotice[];
}

/**
 * Opens what is on disk in the order of the design: leftovers swept, tombstones, registry, active user. Sessions
 * that belong to nobody are out of the way before anybody can log in.
 */
export const openStorage = async (options: StorageOptions): Promise<OpenedStorage> => {
  const { userData, sealing, clock, log, locks = noSessionKeys } = options;
  const folders = foldersIn(userData);
  for (const folder of [
    folders.registry,
    folders.sessions,
    folders.revocations,
    folders.secrets,
    folders.settings,
    folders.window,
    folders.receipts,
    folders.requests,
    folders.workspaces,
    folders.locks,
    join(folders.locks, 'attempts'),
    join(folders.locks, 'touch-id'),
  ])
    sweepLeftovers(folder);
  const tombstones = new FileTombstones(folders.removals);
  const registryStore = new FileRegistryStore({ directory: folders.registry, clock });
  const marks = new FileTombstones(folders.webSessionEnds);
  const vault = new FileSessionVault({
    directory: folders.sessions,
    sealing,
    clock,
    keys: locks,
    ...(options.mayStoreSessions ? { mayStore: options.mayStoreSessions } : {}),
  });
  const reading = registryStore.readRegistry();
  const restored = restoredFrom(reading, { tombstones, vault, options });
  for (const userId of restored.sessionsToErase) await noted(vault.erase(userId), log);
  for (const userId of restored.sessionsToQuarantine) await noted(vault.quarantine(userId), log);
  return {
    registryStore,
    vault,
    tombstones,
    traces: new FileLocalTraces({
      userDataDirectory: userData,
      historyDirectory: folders.workspaces,
      storageDirectories: [
        folders.registry,
        folders.sessions,
        folders.requests,
        folders.receipts,
        folders.webSessionEnds,
        folders.locks,
        join(folders.locks, 'attempts'),
        join(folders.locks, 'touch-id'),
      ],
    }),
    outbox: new FileRevocationOutbox({ directory: folders.revocations, sealing, clock, log }),
    webSessionEnds: { marks, due: reading.kind === 'newer' ? [] : standingIn(marks) },
    isEverybodyKnown: reading.kind === 'read' && !reading.isRecovered && tombstones.list().ok,
    restored,
    notices: reading.notices,
  };
};

const nothingRestored: RestoredRegistry = {
  registry: emptyRegistry,
  isAsStored: true,
  loggedOutByStart: [],
  sessionsToErase: [],
  sessionsToQuarantine: [],
  removalsToFinish: [],
  departed: [],
};

const standingIn = (marks: FileTombstones): readonly UserId[] => {
  const standing = marks.list();
  return standing.ok ? [...standing.value] : [];
};

const restoredFrom = (
  reading: RegistryReading,
  {
    tombstones,
    vault,
    options,
  }: { tombstones: FileTombstones; vault: FileSessionVault; options: StorageOptions },
): RestoredRegistry => {
  const { log, locks, shutter } = options;
  // Of a newer Hotseat's files nothing is known, so nothing of it is touched.
  if (reading.kind === 'newer') return nothingRestored;
  const { accounts, active, isRecovered, needsSaving } = reading;
  const raised = tombstones.list();
  const stored = vault.storedUserIds();
  if (!raised.ok) log.warn('the tombstones could not be listed');
  if (!stored.ok) log.warn('the sessions could not be listed');
  const found = {
    accounts,
    active,
    isRecovered,
    tombstones: raised.ok ? raised.value : new Set<UserId>(),
    // Where nothing is known, nobody's session is taken for gone.
    sessions: stored.ok ? stored.value : new Set(accounts?.users.map(({ id }) => id)),
    locks: locks?.users ?? new Set<UserId>(),
  };
  const restored = restoreRegistry(found, shutter);
  return { ...restored, isAsStored: restored.isAsStored && !needsSaving };
};

const noted = async (outcome: Promise<{ readonly ok: boolean }>, log: Log): Promise<void> => {
  if (!(await outcome).ok) log.warn('a session that belongs to nobody could not be moved away');
};
