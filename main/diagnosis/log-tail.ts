import fs from 'node:fs/promises';

const linesAtMost = 200;
const bytesAtMost = 32_000;

/** The last lines of a log, oldest first; none where it cannot be read. */
export const logTail = async (path: string): Promise<readonly string[]> => {
  try {
    await using file = await fs.open(path, 'r');
    const { size } = await file.stat();
    const from = Math.max(0, size - bytesAtMost);
    const bytes = Buffer.alloc(size - from);
    await file.read(bytes, 0, bytes.length, from);
    const lines = bytes.toString('utf8').split(/\r?\n/u);
    // The first one may have lost its beginning, and with it what it would have to be redacted by.
    return (from > 0 ? lines.slice(1) : lines).filter((line) => line !== '').slice(-linesAtMost);
  } catch {
    return [];
  }
};
