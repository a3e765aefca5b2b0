import fs from 'node:fs';
import { join } from 'node:path';
import type { AuditEntry, AuditVerdict } from '../../app/contract/audit-views.ts';
import type { Clock, Log } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { causeText } from '../logging/cause-text.ts';
import {
  ensurePrivateDirectory,
  namesIn,
  syncDirectory,
  unlinkIfThere,
} from '../storage/private-directory.ts';
import { AuditHead, type Head } from './audit-head.ts';
import { isSound, linkOf, parseLink, type Link } from './chain.ts';

export type FoundKey = Uint8Array | 'unavailable' | undefined;

export interface AuditTrailOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Made where there is none; undefined where no key store answers, `unavailable` where there is a key that does not
   * open now.
   */
  readonly key: () => Promise<FoundKey>;
  /** The same without making one. */
  readonly keyIfAny: () => Promise<FoundKey>;
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
  readonly #headFile: AuditHead;
  /** As this process has it; `isBroken`: it found that somebody has meddled. */
  #opened: { readonly head: Head; readonly isBroken: boolean } | undefined;

  constructor(options: AuditTrailOptions) {
    this.#options = { fileBytes: 1024 * 1024, keptDays: 180, ...options };
    const { directory, clock } = options;
    this.#headFile = new AuditHead({ directory, clock });
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
      const key = await this.#options.keyIfAny();
      if (key === 'unavailable') return { kind: 'unknown' };
      const found = this.#headFile.read(key);
      const { first, last } = found.head;
      let [n, before, unkeyed, keyedBeyond] = [first.n, first.before, 0, 0];
      for (const line of this.#lines()) {
        const link = parseLink(line);
        if (!link || link.n !== n || !isSound(link, before, key)) return { kind: 'changed', n };
        if (link.n === last.n && link.mac !== last.mac) return { kind: 'changed', n };
        if (!link.keyed) unkeyed += 1;
        else if (n > last.n) keyedBeyond += 1;
        before = link.mac;
        n += 1;
      }
      const count = n - first.n;
      // A crash leaves one line more than the head knows, and a key store that was away any number without a key.
      const isWhole = n > last.n && keyedBeyond <= 1 && !(found.state === 'absent' && count === 0 && key);
      const isTrusted = found.state !== 'unsound' && !(found.state === 'unkeyed' && key && unkeyed < count);
      return isWhole && isTrusted
        ? { kind: 'sound', count, unkeyed }
        : { kind: 'changed', n: Math.max(first.n, Math.min(n, last.n)) };
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
    const key = await this.#options.key();
    const { last } = this.#open(key);
    const link = linkOf({ n: last.n + 1, ...entry }, last.mac, key === 'unavailable' ? undefined : key);
    ensurePrivateDirectory(directory);
    await this.#makeRoom(key);
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
    await this.#saveHead({ ...this.#open(key), last: { n: link.n, mac: link.mac } }, key);
  }

  /** A new file where the last one is full; old ones go, the head before them. */
  async #makeRoom(key: FoundKey): Promise<void> {
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
      await this.#saveHead({ ...this.#open(key), first: { n: lastGone.n + 1, before: lastGone.mac } }, key);
      for (const file of gone) unlinkIfThere(file);
    }
    fs.writeFileSync(join(directory, fileName(this.#open(key).last.n + 1)), '', { flag: 'wx', mode: 0o600 });
    syncDirectory(directory);
  }

  #files(): string[] {
    const { directory } = this.#options;
    return namesIn(directory)
      .filter((name) => /^audit-\d{12}\.jsonl$/u.test(name))
      .toSorted()
      .map((name) => join(directory, name));
  }

  #lines(): string[] {
    return this.#files().flatMap(linesOf);
  }

  /** What this process has written, or what it finds. A head that does not fit what is there is never made to fit. */
  #open(key: FoundKey): Head {
    if (this.#opened) return this.#opened.head;
    const { head, state } = this.#headFile.read(key === 'unavailable' ? undefined : key);
    const lines = this.#lines();
    const tail = parseLink(lines.at(-1) ?? '');
    const isForged = state === 'unkeyed' && key && lines.some((line) => parseLink(line)?.keyed === true);
    const isBroken =
      key !== 'unavailable' &&
      (state === 'unsound' ||
        isForged === true ||
        (state === 'absent' && lines.length > 1) ||
        (tail?.n ?? 0) < head.last.n);
    // Lines that the head missed are the last ones.
    const last = tail && tail.n > head.last.n ? { n: tail.n, mac: tail.mac } : head.last;
    this.#opened = { head: { ...head, last }, isBroken };
    return this.#opened.head;
  }

  /** With the key store away it is left as it is: anybody could have made one without a key. */
  async #saveHead(head: Head, key: FoundKey): Promise<void> {
    const isBroken = this.#opened?.isBroken ?? false;
    this.#opened = { head, isBroken };
    if (key === 'unavailable') return;
    const written = await this.#headFile.write(head, key, isBroken);
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
