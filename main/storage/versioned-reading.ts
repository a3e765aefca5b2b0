import type { Notice } from '../../app/contract/views.ts';
import type { Parsed } from '../../app/users/stored-registry.ts';
import type { DurableFile } from './durable-file.ts';

export type StorageNotice = Omit<Notice, 'id'>;

export interface VersionedReading<T> {
  readonly value: T | undefined;
  /** A newer Hotseat wrote it: nothing of it is known, and nothing may be changed. */
  readonly isNewer: boolean;
  readonly notices: readonly StorageNotice[];
}

/** Reads a file whose content has a format version, and what the person has to be told of it. */
export const readVersioned = <T>(
  file: DurableFile,
  parse: (raw: object) => Parsed<T>,
  what: Notice['what'],
): VersionedReading<T> => {
  const reading = file.read();
  if (reading.kind === 'absent') return { value: undefined, isNewer: false, notices: [] };
  if (reading.kind === 'lost') return { value: undefined, isNewer: false, notices: [{ kind: 'lost', what }] };
  const parsed = parse(reading.value);
  if (parsed.kind === 'newer')
    return { value: undefined, isNewer: true, notices: [{ kind: 'newerVersion', what }] };
  const notices: readonly StorageNotice[] = reading.from === 'previous' ? [{ kind: 'recovered', what }] : [];
  return { value: parsed.kind === 'read' ? parsed.value : undefined, isNewer: false, notices };
};

/** The same, remembering what it made of an object: a file is looked at more than once, and parsing is dear. */
export const parsedOnce = <T>(parse: (raw: unknown) => Parsed<T>): ((raw: object) => Parsed<T>) => {
  const known = new WeakMap<object, Parsed<T>>();
  return (raw) => {
    const before = known.get(raw);
    if (before) return before;
    const parsed = parse(raw);
    known.set(raw, parsed);
    return parsed;
  };
};
