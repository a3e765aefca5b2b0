import { writeSync } from 'node:fs';
import { z } from 'zod';
import { DurableFile } from '../durable-file.ts';

const jobSchema = z.object({
  directory: z.string(),
  name: z.string(),
  /** The first number; each write has the next. */
  from: z.number(),
  count: z.number(),
  fillerLength: z.number(),
  everySecondToBothGenerations: z.boolean(),
  /** Gives up root first. */
  asUserId: z.number().optional(),
});
/** What the process is to do, as JSON in its one argument. */
export type WriterJob = z.infer<typeof jobSchema>;

/**
 * A process of its own that writes `{ n, filler }` with n rising, and says a line of JSON after each write: n and
 * the outcome. Run it with `--import` of the Electron stand-in.
 */
const job = jobSchema.parse(JSON.parse(process.argv[2] ?? ''));
if (job.asUserId !== undefined) {
  process.setgid?.(job.asUserId);
  process.setuid?.(job.asUserId);
}
const file = new DurableFile({ directory: job.directory, name: job.name, clock: { nowMs: () => 0 } });
for (let n = job.from; n < job.from + job.count; n += 1) {
  const startedAtMs = performance.now();
  const outcome = await file.write(
    { n, filler: 'x'.repeat(job.fillerLength) },
    { bothGenerations: job.everySecondToBothGenerations && n % 2 === 0 },
  );
  const tookMs = performance.now() - startedAtMs;
  writeSync(
    1,
    `${JSON.stringify({ n, ok: outcome.ok, error: outcome.ok ? undefined : outcome.error, tookMs })}\n`,
  );
}
