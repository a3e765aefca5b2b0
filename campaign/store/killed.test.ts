import '../../main/storage/testing/use-electron-stand-in.ts';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchDirectory } from '../../main/storage/testing/scratch-directory.ts';
import { amount, tally } from '../tally.ts';
import { inLanes, spread, sweepScene, sweptScenes } from './swept-scene.ts';
import { hasStrace, killing } from './traced-scene.ts';

test.skipIf(!hasStrace).each(sweptScenes)(
  'A1: killed at any of its calls to the store, $title is there or is not',
  async ({ name, title }) => {
    using scratch = scratchDirectory();
    const scene = await sweepScene(name, join(scratch.path, name));
    const points = spread(scene.points, amount({ sample: 3, campaign: Infinity }));
    const results = await inLanes(points, (point) => scene.suffer({ point, tampering: killing, times: 1 }));
    const hits = results.filter(({ isHit }) => isHit);
    const lost = hits.filter(({ broken }) => broken.length > 0);
    const [row, fault] = ['A1', `SIGKILL at a call to the store during ${title}`];
    tally({ row, fault, injected: hits.length, survived: hits.length - lost.length, lost: lost.length });
    expect(lost).toEqual([]);
    expect(hits.length, 'calls that were met').toBeGreaterThan(points.length * 0.9);
  },
  amount({ sample: 180_000, campaign: 1_800_000 }),
);
