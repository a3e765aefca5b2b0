import type { Log } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';
import type { UserLocks } from '../locks/user-locks.ts';
import { sweepOrphanedWebSessions } from '../removals/orphaned-web-sessions.ts';
import type { RequestBooks } from '../requests/request-books.ts';
import type { KeptServices } from '../services/kept-services.ts';
import type { openStorage } from './open-storage.ts';

export interface UnfinishedParts {
  readonly switcher: Switcher;
  readonly services: Pick<KeptServices, 'list' | 'finish'>;
  readonly locks: UserLocks;
  readonly requestBooks: RequestBooks;
  readonly storage: Pick<Awaited<ReturnType<typeof openStorage>>, 'outbox' | 'isEverybodyKnown'>;
  /** False where the list of services was damaged, so that one of theirs may look like nobody’s. */
  readonly areServicesKnown: boolean;
  readonly sweepTouchIdKeys: () => Promise<void>;
  readonly userData: string;
  readonly isWebSessionOpen: (userId: UserId) => boolean;
  readonly log: Log;
}

/** What a run before was ended in the middle of, and what it left of users who are gone. Not on the start path. */
export const finishWhatWasLeft = async (parts: UnfinishedParts): Promise<void> => {
  const { switcher, services, locks, storage, requestBooks, isWebSessionOpen } = parts;
  await switcher.finishWhatWasLeft();
  await services.finish(await storage.outbox.waitingServices());
  // A start may have logged out who had a lock.
  if (storage.isEverybodyKnown)
    for (const userId of locks.users)
      if (switcher.registry.users.get(userId)?.state !== 'authenticated' && !switcher.isLeaving(userId))
        await locks.forget(userId);
  await parts.sweepTouchIdKeys();
  if (parts.areServicesKnown && storage.isEverybodyKnown)
    await requestBooks.eraseOthers(
      new Set([
        ...services.list().map(({ id }) => id),
        ...Array.from(switcher.registry.users.values(), ({ serviceId }) => serviceId),
      ]),
    );
  if (storage.isEverybodyKnown)
    await sweepOrphanedWebSessions({
      userDataDirectory: parts.userData,
      isSomebodys: (userId) =>
        switcher.registry.users.has(userId) || switcher.isLeaving(userId) || isWebSessionOpen(userId),
      log: parts.log,
    });
};
