import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { WriterJob } from './writer-process.ts';

const lineSchema = z.object({
  n: z.number(),
  ok: z.boolean(),
  error: z.object({ code: z.string(), problem: z.string().optional() }).optional(),
  tookMs: z.number(),
});
export type WriterLine = z.infer<typeof lineSchema>;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

type Writer = ChildProcessByStdio<null, Readable, null>;

/**
 * Runs the writer and returns what it said, whole lines only. `onLine` may end it. `shellPrefix` runs before it in
 * the same shell, as `ulimit` does.
 */
export const runWriter = async (
  job: WriterJob,
  options: {
    onLine?: (line: WriterLine, writer: Writer) => void;
    shellPrefix?: string;
    env?: NodeJS.ProcessEnv;
  } = {},
): Promise<readonly WriterLine[]> => {
  const command = `${options.shellPrefix ?? ''} exec "$0" "$@"`;
  const writer = spawn(
    'bash',
    [
      '-c',
      command,
      process.execPath,
      '--import',
      here('use-electron-stand-in.ts'),
      here('writer-process.ts'),
      JSON.stringify(job),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'hotseat-compile-cache'), ...options.env },
    },
  );
  const ended = new Promise((resolve) => writer.once('close', resolve));
  const lines: WriterLine[] = [];
  for await (const text of createInterface({ input: writer.stdout })) {
    const line = lineSchema.parse(JSON.parse(text));
    lines.push(line);
    options.onLine?.(line, writer);
  }
  await ended;
  return lines;
};
