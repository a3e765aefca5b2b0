import type { RemovalResult, RemovalStep } from '../../app/contract/removal-views.ts';
import type { Outcome } from '../../app/outcome.ts';
import type { LocalTraces } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import type { RequestTraces } from '../requests/request-traces.ts';
import { within } from './within.ts';

/** What erasing a web session needs of whoever keeps them. */
export interface ErasableWebSessions {
  eraseWebSession(userId: UserId): Promise<Outcome<readonly RemovalStep[]>>;
}

export interface UserTracesParts {
  readonly files: LocalTraces;
  readonly webSessions: ErasableWebSessions;
  readonly requests: RequestTraces;
  /** Has this run a web session open that writes to the user's folder as long as it lives? */
  readonly isWebSessionOpen: (userId: UserId) => boolean;
  readonly closeNotificationsOf: (userId: UserId) => 'erased' | 'empty';
}

/** Everything that a user leaves outside of registry and sessions, wherever it is kept. */
export class UserTraces implements LocalTraces {
  readonly #parts: UserTracesParts;

  constructor(parts: UserTracesParts) {
    this.#parts = parts;
  }

  async erase(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, readonly RemovalStep[]>> {
    const { files, requests, closeNotificationsOf } = this.#parts;
    const opened = userIds.filter((userId) => this.#parts.isWebSessionOpen(userId));
    const web = new Map<UserId, readonly RemovalStep[]>();
    for (const userId of opened) web.set(userId, await this.#eraseWebSession(userId));
    const erased = await files.erase(userIds);
    const traces = new Map<UserId, readonly RemovalStep[]>();
    for (const userId of userIds) {
      const fileSteps = (erased.get(userId) ?? []).map((step) => this.#asLongAsOpen(userId, step));
      const requestHistory = await requests.eraseRequestsOf(userId);
      traces.set(userId, [
        ...(web.get(userId) ?? withFolder(fileSteps)),
        ...fileSteps,
        { subject: 'requestHistory', result: requestHistory.ok ? requestHistory.value : 'failed' },
        { subject: 'notifications', result: closeNotificationsOf(userId) },
      ]);
    }
    return traces;
  }

  async #eraseWebSession(userId: UserId): Promise<readonly RemovalStep[]> {
    const erased = await within(() => this.#parts.webSessions.eraseWebSession(userId));
    return erased.ok ? erased.value : webSubjects.map((subject) => ({ subject, result: 'failed' }));
  }

  /** Chromium may write the folder again until Hotseat ends, even where it is gone now. */
  #asLongAsOpen(userId: UserId, step: RemovalStep): RemovalStep {
    const isHeld = step.subject === 'webFolder' && this.#parts.isWebSessionOpen(userId);
    return isHeld ? { subject: 'webFolder', result: 'atNextStart' } : step;
  }
}

const webSubjects = ['webStorage', 'webCache'] as const;

/** A web session that this run has not opened is in its folder, whole. */
const withFolder = (steps: readonly RemovalStep[]): readonly RemovalStep[] => {
  const folder = steps.find(({ subject }) => subject === 'webFolder');
  const result: RemovalResult = folder?.result ?? 'empty';
  return webSubjects.map((subject) => ({ subject, result }));
};
