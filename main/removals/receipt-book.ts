import type { RemovalReceipt, RemovalStep } from '../../app/contract/removal-views.ts';
import type { Service } from '../../app/identity/service.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Clock, Random, Receipts, RemovalRecord } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { isFinished, mergedSteps } from '../../app/users/removal-steps.ts';
import type { ServiceId, UserId } from '../../app/users/user.ts';
import { DurableFile } from '../storage/durable-file.ts';
import type { StorageNotice } from '../storage/versioned-reading.ts';
import { parseReceipts, storedReceipts, type StoredReceipt } from './stored-receipts.ts';
import type { RemovalList } from './removal-list.ts';

export interface ReceiptBookOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly random: Pick<Random, 'newOpaqueId'>;
  /** What kind a service is; it may be gone. */
  readonly kindOf: (serviceId: ServiceId) => Service['kind'] | undefined;
}

/** The newest so many are kept. */
const keptReceipts = 200;

/**
 * The receipts of removals, newest first, in a file of their own. As long as a removal is not over, its receipt is
 * tied to the user's opaque id; after that nothing in it says whose it was.
 */
export class ReceiptBook implements Receipts, RemovalList {
  readonly #options: ReceiptBookOptions;
  readonly #file: DurableFile;
  readonly #queue = new SerialQueue();
  readonly #isNewer: boolean;
  readonly notices: readonly StorageNotice[];
  #receipts: readonly StoredReceipt[];

  constructor(options: ReceiptBookOptions) {
    const { directory, clock } = options;
    this.#options = options;
    this.#file = new DurableFile({
      directory,
      clock,
      name: 'receipts',
      isUsable: (value) => parseReceipts(value).kind !== 'corrupt',
    });
    const reading = this.#file.read();
    const parsed = reading.kind === 'read' ? parseReceipts(reading.value) : undefined;
    this.#isNewer = parsed?.kind === 'newer';
    this.notices = this.#isNewer ? [{ kind: 'newerVersion', what: 'removals' }] : [];
    this.#receipts = parsed?.kind === 'read' ? parsed.value.receipts : [];
  }

  async list(): Promise<Outcome<readonly RemovalReceipt[]>> {
    return succeed(
      this.#receipts.map(({ userId: _tie, serviceId: _id, revocationId: _wait, ...receipt }) => receipt),
    );
  }

  forget(): Promise<Outcome<void>> {
    return this.#change((receipts) =>
      receipts.filter(({ finishedAtMs, userId }) => finishedAtMs === undefined || userId !== undefined),
    );
  }

  record(removals: readonly RemovalRecord[]): Promise<Outcome<void>> {
    return this.#change((receipts) => {
      const recorded = new Map(removals.map((removal) => [removal.userId, removal]));
      const known = receipts.map((receipt) => {
        const removal = receipt.userId && recorded.get(receipt.userId);
        if (!removal) return receipt;
        recorded.delete(removal.userId);
        return this.#withSteps(receipt, removal.steps);
      });
      const begun = [...recorded.values()].slice(0, keptReceipts).map((removal) => this.#begun(removal));
      return [...begun, ...known].slice(0, keptReceipts);
    });
  }

  tied(): readonly Omit<RemovalRecord, 'steps'>[] {
    return this.#receipts.flatMap(({ userId, serviceId, isAccountDeleted, revocationId }) =>
      userId === undefined
        ? []
        : [
            {
              userId,
              serviceId,
              isAccountDeleted,
              revocationId: revocationId ?? this.#options.random.newOpaqueId(),
            },
          ],
    );
  }

  untie(userIds: readonly UserId[]): Promise<Outcome<void>> {
    const over = new Set(userIds);
    return this.#change((receipts) =>
      receipts.map((receipt) => {
        if (receipt.userId === undefined || !over.has(receipt.userId)) return receipt;
        const { userId: _tie, serviceId: _id, ...rest } = receipt;
        return rest;
      }),
    );
  }

  waitingFor(): readonly string[] {
    return this.#receipts.flatMap(({ revocationId, steps }) =>
      revocationId !== undefined && isWaiting(steps) ? [revocationId] : [],
    );
  }

  async revocationEnded(revocationId: string, isRevoked: boolean): Promise<void> {
    if (!this.waitingFor().includes(revocationId)) return;
    const step: RemovalStep = { subject: 'serverSession', result: isRevoked ? 'erased' : 'failed' };
    await this.#change((receipts) =>
      receipts.map((receipt) => {
        if (receipt.revocationId !== revocationId) return receipt;
        const { revocationId: _over, ...rest } = this.#withSteps(receipt, [step]);
        return rest;
      }),
    );
  }

  #begun({ userId, serviceId, isAccountDeleted, revocationId, steps }: RemovalRecord): StoredReceipt {
    const { clock, random, kindOf } = this.#options;
    const serviceKind = serviceId === undefined ? undefined : kindOf(serviceId);
    return this.#withSteps(
      {
        id: random.newOpaqueId(),
        ...(serviceKind && { serviceKind }),
        removedAtMs: clock.nowMs(),
        isAccountDeleted,
        steps: [],
        userId,
        ...(serviceId !== undefined && { serviceId }),
        revocationId,
      },
      steps,
    );
  }

  #withSteps(receipt: StoredReceipt, now: readonly RemovalStep[]): StoredReceipt {
    const { finishedAtMs: before, ...rest } = receipt;
    const steps = mergedSteps(receipt.steps, now);
    const finishedAtMs = before ?? this.#options.clock.nowMs();
    return { ...rest, steps, ...(isFinished(steps) && { finishedAtMs }) };
  }

  /** On disk before it holds. Both generations, so that nothing of a user who is gone outlives this. */
  #change(change: (receipts: readonly StoredReceipt[]) => readonly StoredReceipt[]): Promise<Outcome<void>> {
    return this.#queue.run(async () => {
      if (this.#isNewer) return fail({ code: 'storageUnavailable', problem: 'newerVersion' });
      const next = change(this.#receipts);
      const isSame =
        next.length === this.#receipts.length && next.every((one, at) => one === this.#receipts[at]);
      if (isSame) return done;
      const written = await this.#file.write(storedReceipts(next), { bothGenerations: true });
      if (written.ok) this.#receipts = next;
      return written;
    });
  }
}

const isWaiting = (steps: readonly RemovalStep[]): boolean =>
  steps.some(({ subject, result }) => subject === 'serverSession' && result === 'queued');
