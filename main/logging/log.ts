import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';
import type { Log } from '../../app/ports.ts';
import { causeText } from './cause-text.ts';
import { redact } from './redact.ts';

/** Beyond this size the file becomes `hotseat.old.log`, and a new one is begun. */
const maxFileBytes = 1024 * 1024;

/** The log on disk, readable by the person alone. Whatever is written passes the redaction first. */
export const openLog = (folder: string, { isPrinted }: { isPrinted: boolean }): Log => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = log.create({ logId: 'hotseat' });
  const { file, console: printed } = logger.transports;
  file.resolvePathFn = () => join(folder, 'hotseat.log');
  file.maxSize = maxFileBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.level = 'info';
  printed.level = isPrinted ? 'info' : false;
  return {
    warn: (event, detail) => {
      const parts = Object.entries(detail ?? {}).map(([name, value]) => `${name}=${String(value)}`);
      logger.warn(redact([event, ...parts].join(' ')));
    },
  };
};

/** What nobody caught is logged, and Hotseat lives on. */
export const logUncaught = (into: Log): void => {
  process.on('uncaughtException', (cause) =>
    into.warn('an exception was not caught', { cause: causeText(cause) }),
  );
  process.on('unhandledRejection', (cause) =>
    into.warn('a rejection was not handled', { cause: causeText(cause) }),
  );
};
