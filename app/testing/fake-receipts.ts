import type { RemovalStep } from '../contract/removal-views.ts';
import type { Outcome } from '../outcome.ts';
import type { Receipts } from '../ports.ts';
import { isFinished, mergedSteps } from '../users/removal-steps.ts';
import type { ServiceId, UserId } from '../users/user.ts';

interface FakeReceipt {
  /** Until the removal is over. */
  userId: UserId | undefined;
  readonly serviceId: ServiceId | undefined;
  readonly isAccountDeleted: boolean;
  readonly revocationId: string;
  steps: readonly RemovalStep[];
}

/** Receipts in memory, all of them kept. */
export class FakeReceipts {
  readonly all: FakeReceipt[] = [];
  /** Whose receipts were begun, in that order: nobody may be in it twice. */
  readonly begunFor: UserId[] = [];

  get unfinished(): readonly FakeReceipt[] {
    return this.all.filter(({ steps }) => !isFinished(steps));
  }

  port(
    write: (work: () => void, concern: string) => Promise<Outcome<void>>,
    erase: (work: () => void, concern: string) => Promise<Outcome<void>>,
  ): Receipts {
    return {
      record: (removals) =>
        write(() => {
          for (const { steps, ...removal } of removals) {
            const known = this.#of(removal.userId);
            if (known) {
              known.steps = mergedSteps(known.steps, steps);
              continue;
            }
            this.begunFor.push(removal.userId);
            this.all.push({ serviceId: undefined, ...removal, steps: mergedSteps([], steps) });
          }
        }, 'receipt'),
      tied: () =>
        this.all.flatMap(({ steps: _steps, userId, ...receipt }) =>
          userId === undefined ? [] : [{ ...receipt, userId }],
        ),
      untie: (userIds) =>
        erase(() => {
          for (const receipt of this.all)
            if (receipt.userId !== undefined && userIds.includes(receipt.userId)) receipt.userId = undefined;
        }, 'untied'),
      waitingFor: () =>
        this.all.filter((receipt) => isWaiting(receipt)).map(({ revocationId }) => revocationId),
      revocationEnded: async (id, isRevoked) => {
        const receipt = this.all.find((one) => one.revocationId === id && isWaiting(one));
        if (!receipt) return;
        await erase(() => {
          const result = isRevoked ? 'erased' : 'failed';
          receipt.steps = mergedSteps(receipt.steps, [{ subject: 'serverSession', result }]);
        }, 'revoked');
      },
    };
  }

  #of(userId: UserId): FakeReceipt | undefined {
    return this.all.find((receipt) => receipt.userId === userId);
  }
}

const isWaiting = ({ steps }: FakeReceipt): boolean =>
  steps.some(({ subject, result }) => subject === 'serverSession' && result === 'queued');
