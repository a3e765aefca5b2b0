import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';
import type { Log } from '../../app/ports.ts';
import type { LogLevel } from '../../app/settings/settings.ts';
import { causeText } from './cause-text.ts';
import { redact } from './redact.ts';
import { rotatedName, rotateFiles } from './rotated-file.ts';

export const logName = 'hotseat';
/** The one that is written to, and four older ones, of a megabyte each. */
const fileCount = 5;
const maxFileBytes = 1_000_000;

type Write = Log['warn'];

/** From what must be known to what hardly anybody wants to. */
const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

/** The log with all of its levels. */
export interface LevelledLog extends Log {
  error: Write;
  info: Write;
  debug: Write;
  /** Holds from the next line on. */
  setLevel(level: LogLevel): void;
}

export interface LogOptions {
  readonly isPrinted: boolean;
  readonly fileBytes?: number;
}

/** The log on disk, readable by the person alone. Whatever is written passes the redaction first. */
export const openLog = (folder: string, { isPrinted, fileBytes = maxFileBytes }: LogOptions): LevelledLog => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = log.create({ logId: logName });
  const { file, console: printed } = logger.transports;
  file.resolvePathFn = () => join(folder, rotatedName(logName, 0));
  file.maxSize = fileBytes;
  file.archiveLogFn = () => rotateFiles(folder, logName, fileCount);
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.level = 'info';
  printed.level = isPrinted ? 'info' : false;
  let kept: LogLevel = 'info';
  const isTaken = (level: LogLevel): boolean =>
    levels.indexOf(level) <= Math.max(levels.indexOf(kept), isPrinted ? levels.indexOf('info') : 0);
  const at =
    (level: LogLevel): Write =>
    (event, detail) => {
      // Putting a line together that nobody takes costs each command.
      if (!isTaken(level)) return;
      const parts = Object.entries(detail ?? {}).map(([name, value]) => `${name}=${String(value)}`);
      logger[level](redact([event, ...parts].join(' ')));
    };
  return {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    setLevel: (level) => {
      kept = level;
      file.level = level;
    },
  };
};

/** What nobody caught is logged and told of, and Hotseat lives on. */
export const logUncaught = (into: LevelledLog, tell: (kind: UncaughtKind, cause: unknown) => void): void => {
  process.on('uncaughtException', (cause) => {
    into.error('an exception was not caught', { cause: causeText(cause) });
    tell('uncaughtException', cause);
  });
  process.on('unhandledRejection', (cause) => {
    into.error('a rejection was not handled', { cause: causeText(cause) });
    tell('unhandledRejection', cause);
  });
};

export type UncaughtKind = 'uncaughtException' | 'unhandledRejection';
