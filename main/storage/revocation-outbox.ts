import fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Clock, Log, Revocation, RevocationOutbox } from '../../app/ports.ts';
import { serviceIdSchema, type ServiceId } from '../../app/users/user.ts';
import { DurableFile } from './durable-file.ts';
import { namesIn } from './private-directory.ts';
import type { Sealing } from './sealing.ts';

export interface FileRevocationOutboxOptions {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Log;
}

/** A refresh token is kept no longer than this only to be revoked (product design, invariants). */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

const idSchema = z.string().regex(/^[a-z0-9-]{8,64}$/);

const revocationSchema = z.strictObject({
  id: idSchema,
  serviceId: serviceIdSchema,
  refreshToken: z.string().min(1),
  queuedAtMs: z.number(),
}) satisfies z.ZodType<Revocation>;

/** The age stands outside of the envelope, so that it ends even where no key store opens it. */
const entrySchema = z.strictObject({ version: z.literal(1), queuedAtMs: z.number(), envelope: z.unknown() });

/** Revocations at rest: a file for each, named by its opaque id and sealed for it. */
export class FileRevocationOutbox implements RevocationOutbox {
  readonly #options: FileRevocationOutboxOptions;
  readonly #inMemory = new Map<string, Revocation>();

  constructor(options: FileRevocationOutboxOptions) {
    this.#options = options;
  }

  async put(revocation: Revocation): Promise<Outcome<void>> {
    if (!idSchema.safeParse(revocation.id).success) return fail({ code: 'unexpected' });
    const sealed = await this.#options.sealing.seal(revocation.id, JSON.stringify(revocation));
    if (sealed.kind === 'sealed') {
      const { queuedAtMs } = revocation;
      return this.#fileOf(revocation.id).write({ version: 1, queuedAtMs, envelope: sealed.envelope });
    }
    this.#inMemory.set(revocation.id, revocation);
    return done;
  }

  /** What does not open now is left for later and not listed; what is too old is erased. */
  async list(): Promise<readonly Revocation[]> {
    const found: Revocation[] = [];
    for (const [id, revocation] of this.#inMemory)
      if (this.#isTooOld(revocation.queuedAtMs)) this.#inMemory.delete(id);
      else found.push(revocation);
    for (const id of this.#storedIds() ?? []) {
      const revocation = await this.#read(id);
      if (revocation) found.push(revocation);
    }
    return found;
  }

  /** Those with something to be revoked; undefined while some of it does not open, since that may be anybody's. */
  async waitingServices(): Promise<ReadonlySet<ServiceId> | undefined> {
    const opened = await this.list();
    const openedIds = new Set(opened.map(({ id }) => id));
    const isWhole = this.#storedIds()?.every((id) => openedIds.has(id)) ?? false;
    return isWhole ? new Set(opened.map(({ serviceId }) => serviceId)) : undefined;
  }

  async take(id: string): Promise<Outcome<void>> {
    if (!idSchema.safeParse(id).success) return done;
    this.#inMemory.delete(id);
    return this.#fileOf(id).erase();
  }

  async has(id: string): Promise<boolean> {
    // Where the folder cannot be read, it may be there.
    return this.#inMemory.has(id) || (this.#storedIds()?.includes(id) ?? true);
  }

  async #read(id: string): Promise<Revocation | undefined> {
    const file = this.#fileOf(id);
    const reading = file.read();
    if (reading.kind === 'absent') return undefined;
    const entry = reading.kind === 'read' ? entrySchema.safeParse(reading.value).data : undefined;
    const queuedAtMs = entry?.queuedAtMs ?? this.#writtenAtMs(id);
    if (this.#isTooOld(queuedAtMs)) {
      const erased = await file.erase();
      if (!erased.ok) this.#options.log.warn('an old revocation could not be erased', erased.error);
      return undefined;
    }
    const opened = await this.#options.sealing.open(id, entry?.envelope);
    const revocation = opened.kind === 'opened' ? parseRevocation(opened.plaintext) : undefined;
    return revocation?.id === id ? revocation : undefined;
  }

  #isTooOld(queuedAtMs: number): boolean {
    return this.#options.clock.nowMs() - queuedAtMs > keptForMs;
  }

  #writtenAtMs(id: string): number {
    const path = join(this.#options.directory, `${id}.json`);
    return fs.lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  /** Undefined where the folder cannot be read. */
  #storedIds(): readonly string[] | undefined {
    try {
      const names = namesIn(this.#options.directory).filter((name) => name.endsWith('.json'));
      return names
        .map((name) => name.slice(0, -'.json'.length))
        .filter((id) => idSchema.safeParse(id).success);
    } catch {
      this.#options.log.warn('the revocations could not be listed');
      return undefined;
    }
  }

  #fileOf(id: string): DurableFile {
    const { directory, clock } = this.#options;
    return new DurableFile({ directory, name: id, clock, keepsPrevious: false });
  }
}

const parseRevocation = (plaintext: string): Revocation | undefined => {
  try {
    return revocationSchema.safeParse(JSON.parse(plaintext)).data;
  } catch {
    return undefined;
  }
};
