import fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AuditEntry, AuditVerdict } from '../../app/contract/audit-views.ts';
import type { Clock, Log } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { causeText } from '../logging/cause-text.ts';
import { DurableFile } from '../storage/durable-file.ts';
import {
  ensurePrivateDirectory,
  namesIn,
  syncDirectory,
  unlinkIfThere,
} from '../storage/private-directory.ts';
import { beginning, isSound, linkOf, macOfText, parseLink, type Link } from './chain.ts';

/** The first entry that is kept follows `before`; the last one that was written is `last`. */
const headSchema = z.object({
  version: z.literal(1),
  first: z.object({ n: z.int().positive(), before: z.string() }),
  last: z.object({ n: z.int().nonnegative(), mac: z.string() }),
});
const storedHeadSchema = headSchema.extend({ keyed: z.boolean(), mac: z.string() });
type Head = z.infer<typeof headSchema>;

const emptyHead: Head = {
  version: 1,
  first: { n: 1, before: beginning },
  last: { n: 0, mac: beginning },
};

export interface AuditTrailOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Undefined where no key store answers; `unavailable` where there is a key that does not open now. */
  readonly key: () => Promise<Uint8Array | 'unavailable' | undefined>;
  /** A file is begun anew beyond this. */
  readonly fileBytes?: number;
  /** Whole files that are older go. */
  readonly keptDays?: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Who did what on a shared desk: lines of JSON, each tied to the one before by a mac, in files that are begun anew by
 * size and go by age. A head beside them says which entry is the last, so that one that was cut off is missed.
 */
export class AuditTrail {
  readonly #options: Required<AuditTrailOptions>;
  readonly #queue = new SerialQueue();
  readonly #headFile: DurableFile;
  #head: Head | undefined;

  constructor(options: AuditTrailOptions) {
    this.#options = { fileBytes: 1024 * 1024, keptDays: 180, ...options };
    const { directory, clock } = options;
    this.#headFile = new DurableFile({ directory, name: 'head', clock, keepsPrevious: false });
  }

  /** Written behind whatever caused it: nobody waits for it, and its failure is logged. */
  append(entry: Omit<AuditEntry, 'n' | 'at'>): void {
    const at = new Date(this.#options.clock.nowMs()).toISOString();
    void this.#queue.run(async () => {
      try {
        await this.#append({ ...entry, at });
      } catch (cause) {
        this.#options.log.warn('an entry of the audit trail was not written', { cause: causeText(cause) });
      }
    });
  }

  /** Newest first. */
  list(most: number): Promise<readonly AuditEntry[]> {
    return this.#queue.run(async () => {
      const entries: AuditEntry[] = [];
      for (const file of this.#files().toReversed()) {
        for (const line of linesOf(file).toReversed()) {
          const link = parseLink(line);
          if (link) entries.push(entryOf(link));
          if (entries.length === most) return entries;
        }
      }
      return entries;
    });
  }

  /** Looks at every line: one that was changed, taken out or put in, and a beginning or an end that is gone. */
  verify(): Promise<AuditVerdict> {
    return this.#queue.run(async () => {
      const key = await this.#options.key();
      if (key === 'unavailable') return { kind: 'unknown' };
      const { head, isSound: isHeadSound } = this.#readHead(key);
      const { first, last } = head;
      let [n, before, unkeyed] = [first.n, first.before, 0];
      for (const line of this.#files().flatMap(linesOf)) {
        const link = parseLink(line);
        if (!link || link.n !== n || !isSound(link, before, key)) return { kind: 'changed', n };
        if (link.n === last.n && link.mac !== last.mac) return { kind: 'changed', n };
        unkeyed += link.keyed ? 0 : 1;
        before = link.mac;
        n += 1;
      }
      // A crash may have left one line more than the head knows, never one less, and never two.
      const fits = isHeadSound && n > last.n && n <= last.n + 2;
      return !fits
        ? { kind: 'changed', n: Math.max(first.n, Math.min(n, last.n)) }
        : { kind: 'sound', count: n - first.n, unkeyed };
    });
  }

  /** All of it as it is, for whoever keeps it elsewhere. */
  text(): Promise<string> {
    return this.#queue.run(async () =>
      this.#files()
        .map((file) => fs.readFileSync(file, 'utf8'))
        .join(''),
    );
  }

  /** Waits for what is being written. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async #append(entry: Omit<AuditEntry, 'n'>): Promise<void> {
    const { directory } = this.#options;
    const head = this.#current();
    const key = await this.#options.key();
    const link = linkOf(
      { n: head.last.n + 1, ...entry },
      head.last.mac,
      key === 'unavailable' ? undefined : key,
    );
    ensurePrivateDirectory(directory);
    await this.#makeRoom();
    const file = this.#files().at(-1) ?? join(directory, fileName(link.n));
    const isNew = !fs.existsSync(file);
    const descriptor = fs.openSync(file, 'a', 0o600);
    try {
      fs.writeSync(descriptor, `${JSON.stringify(link)}\n`);
      fs.fdatasyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    if (isNew) syncDirectory(directory);
    await this.#saveHead({ ...this.#current(), last: { n: link.n, mac: link.mac } });
  }

  /** A new file where the last one is full; old ones go, the head before them. */
  async #makeRoom(): Promise<void> {
    const { directory, fileBytes, keptDays, clock } = this.#options;
    const files = this.#files();
    const last = files.at(-1);
    if (last === undefined || fs.statSync(last).size < fileBytes) return;
    const oldest = new Date(clock.nowMs() - keptDays * dayMs).toISOString();
    const isOld = (file: string) => (parseLink(linesOf(file).at(-1) ?? '')?.at ?? '') < oldest;
    const kept = files.findIndex((file) => !isOld(file));
    const gone = kept < 0 ? [] : files.slice(0, kept);
    const lastGone = parseLink(linesOf(gone.at(-1) ?? '').at(-1) ?? '');
    if (lastGone) {
      await this.#saveHead({ ...this.#current(), first: { n: lastGone.n + 1, before: lastGone.mac } });
      for (const file of gone) unlinkIfThere(file);
    }
    fs.writeFileSync(join(directory, fileName(this.#current().last.n + 1)), '', { flag: 'wx', mode: 0o600 });
    syncDirectory(directory);
  }

  #files(): string[] {
    const { directory } = this.#options;
    return namesIn(directory)
      .filter((name) => /^audit-\d{12}\.jsonl$/u.test(name))
      .toSorted()
      .map((name) => join(directory, name));
  }

  /** What this process has written, or what it finds: a line that the head missed is the last one. */
  #current(): Head {
    if (this.#head) return this.#head;
    const { head: found } = this.#readHead(undefined);
    const link = parseLink(linesOf(this.#files().at(-1) ?? '').at(-1) ?? '');
    const isMissed = link !== undefined && link.n === found.last.n + 1;
    return (this.#head = isMissed ? { ...found, last: { n: link.n, mac: link.mac } } : found);
  }

  #readHead(key: Uint8Array | undefined): { readonly head: Head; readonly isSound: boolean } {
    const reading = this.#headFile.read();
    if (reading.kind === 'absent') return { head: emptyHead, isSound: true };
    const stored = reading.kind === 'read' ? storedHeadSchema.safeParse(reading.value).data : undefined;
    if (!stored) return { head: emptyHead, isSound: false };
    const { keyed, mac, ...head } = stored;
    return { head, isSound: mac === macOfText(JSON.stringify(head), keyed ? key : undefined) };
  }

  async #saveHead(head: Head): Promise<void> {
    this.#head = head;
    const found = await this.#options.key();
    const key = found === 'unavailable' ? undefined : found;
    const mac = macOfText(JSON.stringify(head), key);
    const written = await this.#headFile.write({ ...head, keyed: key !== undefined, mac });
    if (!written.ok)
      this.#options.log.warn('the head of the audit trail was not written', { code: written.error.code });
  }
}

/** By the number of its first entry, so that they sort. */
const fileName = (n: number): string => `audit-${String(n).padStart(12, '0')}.jsonl`;

const linesOf = (file: string): string[] =>
  file === '' || !fs.existsSync(file)
    ? []
    : fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '');

const entryOf = ({ mac: _mac, keyed: _keyed, ...entry }: Link): AuditEntry => entry;
