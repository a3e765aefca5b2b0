import { z } from 'zod';
import { done, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import type { Stopwatch } from '../../app/sessions/authorized-request.ts';
import { DurableFile } from '../storage/durable-file.ts';

const storedSchema = z.object({ version: z.literal(1), failed: z.int().nonnegative() });

/** Seconds to wait after that many attempts in vain, one after another; the last goes on. */
const delays = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600];

export const delayAfter = (failed: number): number => delays[Math.min(failed, delays.length - 1)] ?? 0;

interface Standing {
  readonly failed: number;
  /** By the stopwatch: of the last attempt in this run, or the run's beginning for those before it. */
  readonly sinceMs: number;
}

export interface AttemptsOptions {
  readonly directory: string;
  readonly clock: Clock;
  /** Monotonic: setting the clock ends no wait. */
  readonly stopwatch: Stopwatch;
  /** The number of attempts is never below this where it cannot be read. */
  readonly limit: () => number;
}

/**
 * Attempts to unlock in vain, a file for each user. One counts before it is tried, so that ending Hotseat in the
 * middle saves nobody a wait, and after a restart every wait begins anew.
 */
export class Attempts {
  readonly #options: AttemptsOptions;
  readonly #standings = new Map<UserId, Standing>();
  readonly #begunMs: number;

  constructor(options: AttemptsOptions) {
    this.#options = options;
    this.#begunMs = options.stopwatch.elapsedMs();
  }

  left(userId: UserId): number {
    return Math.max(0, this.#options.limit() - this.#standing(userId).failed);
  }

  /** Whole seconds until the next may be tried. */
  waitSeconds(userId: UserId): number {
    const { failed, sinceMs } = this.#standing(userId);
    const passedMs = this.#options.stopwatch.elapsedMs() - sinceMs;
    return Math.max(0, Math.ceil(delayAfter(failed) - passedMs / 1000));
  }

  /** Nothing may be tried where it cannot be counted. */
  async count(userId: UserId): Promise<Outcome<void>> {
    const failed = this.#standing(userId).failed + 1;
    const written = await this.#file(userId).write({ version: 1, failed });
    if (written.ok) this.#standings.set(userId, { failed, sinceMs: this.#options.stopwatch.elapsedMs() });
    return written;
  }

  /** The wait begins when the answer is there. */
  noteAnswered(userId: UserId): void {
    this.#standings.set(userId, {
      ...this.#standing(userId),
      sinceMs: this.#options.stopwatch.elapsedMs(),
    });
  }

  async clear(userId: UserId): Promise<Outcome<void>> {
    if (this.#standing(userId).failed === 0) return done;
    const erased = await this.#file(userId).erase();
    if (erased.ok) this.#standings.delete(userId);
    return erased;
  }

  #standing(userId: UserId): Standing {
    const known = this.#standings.get(userId);
    if (known) return known;
    const standing = { failed: this.#read(userId), sinceMs: this.#begunMs };
    this.#standings.set(userId, standing);
    return standing;
  }

  /** What is damaged counts as all but the last. */
  #read(userId: UserId): number {
    const reading = this.#file(userId).read();
    if (reading.kind === 'absent') return 0;
    const stored = reading.kind === 'read' ? storedSchema.safeParse(reading.value).data : undefined;
    return stored?.failed ?? this.#options.limit() - 1;
  }

  #file(userId: UserId): DurableFile {
    const { directory, clock } = this.#options;
    return new DurableFile({ directory, name: userId, clock, keepsPrevious: false });
  }
}
