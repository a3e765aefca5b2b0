import { z } from 'zod';
import type { Log } from '../../app/ports.ts';

/** What a line of the directory's output may tell: fixed words and places in code, nothing anybody typed. */
export type DirectoryOutput = Readonly<Record<'event' | 'route' | 'reason' | 'place', string | undefined>>;

/** A name out of our code: a password or token would hardly be letters alone. */
const word = z.string().regex(/^[A-Za-z_]{1,40}$/);
const eventSchema = z.object({
  directory: word,
  route: z
    .string()
    .regex(/^[\w/:.*-]{1,120}$/)
    .optional(),
  reason: word,
});

const lineLimit = 8192;

/** Everything of a line that is known to be harmless; undefined where nothing is. */
export const readDirectoryLine = (line: string): DirectoryOutput | undefined => {
  const event = eventSchema.safeParse(parseLine(line));
  if (event.success) {
    const { directory, route, reason } = event.data;
    return { event: directory, route, reason, place: undefined };
  }
  // A crash: the kind of error without its message, the frames of its stack without their folders.
  const error = /^(?:Uncaught )?([A-Z]\w{0,50}Error)\b/.exec(line)?.[1];
  const place = /^\s+at .*?([\w.-]{1,60}:\d{1,6}:\d{1,6})\)?$/.exec(line)?.[1];
  if (error === undefined && place === undefined) return undefined;
  return { event: 'crash', route: undefined, reason: error, place };
};

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Takes the output in pieces as they come, logs what is harmless of each whole line, and forgets the rest. */
export const createDirectoryOutputLog = (log: Log): ((piece: string) => void) => {
  let rest = '';
  return (piece) => {
    const lines = `${rest}${piece}`.split(/\r?\n/);
    rest = (lines.pop() ?? '').slice(0, lineLimit);
    for (const line of lines) {
      const output = line.length <= lineLimit ? readDirectoryLine(line) : undefined;
      if (output) log.warn('directoryOutput', output);
    }
  };
};
