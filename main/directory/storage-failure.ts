import { z } from 'zod';

export type StorageFailure = 'full' | 'failed';

const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;

const sqliteErrorSchema = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int() });

/** SQLite's primary result code, or undefined for an error that is not SQLite's. */
export function sqliteResultCode(cause: unknown): number | undefined {
  const parsed = sqliteErrorSchema.safeParse(cause);
  // The low byte is the primary code, the rest says where it happened.
  return parsed.success ? parsed.data.errcode & 0xff : undefined;
}

/** What a thrown error means for the storage, or undefined when it is a bug. */
export function storageFailureOf(cause: unknown): StorageFailure | undefined {
  const code = sqliteResultCode(cause);
  if (code === undefined) return undefined;
  return code === SQLITE_FULL ? 'full' : 'failed';
}

const fileErrorSchema = z.object({ code: z.enum(['ENOSPC', 'EDQUOT']) });

/** Whether the disk had no room, told by SQLite or by the file system. A failed write shows as IOERR on some. */
export function isDiskFull(cause: unknown): boolean {
  const code = sqliteResultCode(cause);
  return code === SQLITE_FULL || code === SQLITE_IOERR || fileErrorSchema.safeParse(cause).success;
}
