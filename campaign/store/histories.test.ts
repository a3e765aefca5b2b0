import '../../main/storage/testing/use-electron-stand-in.ts';
import { observedFileSystem } from '../../main/storage/testing/observed-file-system.ts';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { scratchDirectory } from '../../main/storage/testing/scratch-directory.ts';
import { amount, seed, tally } from '../tally.ts';
import { history, RandomHistory } from './random-history.ts';

afterEach(() => observedFileSystem.reset());

const faults = [
  ['A1', 'crash', 'an end in a random history'],
  ['A3', 'fullDisk', 'a full disk in a random history'],
  ['A7', 'damage', 'a damaged file in a random history'],
] as const;

test(
  'A1, A3, A7: in random histories of crashes, a full disk and damaged files, what was told holds at every start',
  async () => {
    using scratch = scratchDirectory();
    const survived = { crash: 0, fullDisk: 0, damage: 0 };
    let lost = 1;
    try {
      await fc.assert(
        fc.asyncProperty(history, async (events) => {
          observedFileSystem.reset();
          const played = new RandomHistory(mkdtempSync(join(scratch.path, 'history-')));
          await played.play(events);
          for (const [, kind] of faults) survived[kind] += played.counts[kind];
        }),
        { seed, numRuns: amount({ sample: 8, campaign: 200 }) },
      );
      lost = 0;
    } finally {
      for (const [row, kind, fault] of faults)
        tally({ row, fault, injected: survived[kind] + lost, survived: survived[kind], lost });
    }
    for (const [, kind] of faults) expect(survived[kind], kind).toBeGreaterThan(0);
  },
  amount({ sample: 180_000, campaign: 3_600_000 }),
);
