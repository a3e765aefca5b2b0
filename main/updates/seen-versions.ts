import { z } from 'zod';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { updateFaultSchema } from '../../app/contract/update-views.ts';
import { compareVersions, parseVersion, type Version } from '../../app/updates/version.ts';
import { parseVersioned, type Parsed } from '../../app/users/stored-registry.ts';
import { DurableFile } from '../storage/durable-file.ts';

export const seenVersion = 1;

const seenSchema = z.object({
  version: z.literal(seenVersion),
  /** The highest version that was ever signed for this computer. */
  highest: z
    .string()
    .refine((text) => parseVersion(text) !== undefined)
    .optional(),
  /** The installation that failed last, until it has been told. */
  failed: z.object({ version: z.string(), because: updateFaultSchema }).optional(),
});
type Seen = z.infer<typeof seenSchema>;

const parseSeen = (raw: unknown): Parsed<Seen> =>
  parseVersioned(raw, { schema: seenSchema, version: seenVersion, upgrades: {} });

/**
 * What of updates has to outlive a restart. Whoever holds back or replays old metadata cannot go below the highest
 * version that was seen here.
 */
export class SeenVersions {
  readonly #file: DurableFile;
  readonly #isNewer: boolean;
  #seen: Seen = { version: seenVersion };

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.#file = new DurableFile({
      directory,
      clock,
      name: 'seen',
      isUsable: (value) => parseSeen(value).kind !== 'corrupt',
    });
    const reading = this.#file.read();
    const parsed = reading.kind === 'read' ? parseSeen(reading.value) : undefined;
    this.#isNewer = parsed?.kind === 'newer';
    if (parsed?.kind === 'read') this.#seen = parsed.value;
  }

  /** A newer Hotseat wrote it: what it has seen is not known, so nothing may be offered. */
  get isNewer(): boolean {
    return this.#isNewer;
  }

  get failed(): Seen['failed'] {
    return this.#seen.failed;
  }

  isOlderThanSeen(version: Version): boolean {
    const highest = parseVersion(this.#seen.highest ?? '');
    return highest !== undefined && compareVersions(version, highest) < 0;
  }

  /** On disk before it is believed. */
  async see(text: string): Promise<Outcome<void>> {
    const version = parseVersion(text);
    const highest = parseVersion(this.#seen.highest ?? '');
    if (!version || (highest && compareVersions(version, highest) <= 0)) return done;
    return this.#keep({ ...this.#seen, highest: text });
  }

  noteFailed(failed: NonNullable<Seen['failed']>): Promise<Outcome<void>> {
    return this.#keep({ ...this.#seen, failed });
  }

  async forgetFailed(): Promise<Outcome<void>> {
    if (!this.#seen.failed) return done;
    const { failed: _told, ...rest } = this.#seen;
    return this.#keep(rest);
  }

  async #keep(seen: Seen): Promise<Outcome<void>> {
    if (this.#isNewer) return fail({ code: 'storageUnavailable', problem: 'newerVersion' });
    const written = await this.#file.write(seen);
    if (written.ok) this.#seen = seen;
    return written;
  }
}
