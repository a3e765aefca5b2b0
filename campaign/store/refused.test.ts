import '../../main/storage/testing/use-electron-stand-in.ts';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchDirectory } from '../../main/storage/testing/scratch-directory.ts';
import { amount, tally } from '../tally.ts';
import { inLanes, spread, sweepScene, sweptScenes } from './swept-scene.ts';
import { hasStrace, type CallPoint, type ChangingCall, type Injection } from './traced-scene.ts';

/** One of them at each call, another at the next. */
const diskErrors = ['ENOSPC', 'EIO', 'EDQUOT'];
const renameErrors = ['EPERM', 'EBUSY', 'EACCES'];

interface Sweep {
  readonly row: string;
  readonly fault: string;
  readonly calls: readonly ChangingCall[];
  at(point: CallPoint, index: number): readonly Injection[];
  /** Is the scene to succeed in spite of it? */
  passes?(injection: Injection): boolean;
}

const sweeps: readonly Sweep[] = [
  {
    row: 'A3',
    fault: 'a full or failing disk, once or for good,',
    calls: ['write', 'pwrite64', 'fsync', 'fdatasync'],
    at: (point, index) => [
      { point, tampering: `error=${diskErrors[index % 3]}`, times: 1 },
      // Node wakes its own threads by the call of that name: without it, it would wait for ever.
      ...(point.call === 'write'
        ? []
        : [{ point, tampering: `error=${diskErrors[(index + 1) % 3]}`, times: 'all' } as const]),
    ],
  },
  {
    row: 'A4',
    fault: 'a write that says that it wrote 100 bytes',
    calls: ['write', 'pwrite64'],
    at: (point) => [{ point, tampering: 'retval=100', times: 1 }],
  },
  {
    row: 'A5',
    fault: 'a rename that is refused, three times or for good,',
    calls: ['rename'],
    at: (point, index) => [
      { point, tampering: `error=${renameErrors[index % 3]}`, times: 3 },
      { point, tampering: `error=${renameErrors[(index + 1) % 3]}`, times: 'all' },
    ],
    passes: ({ times }) => times === 3,
  },
];

test.skipIf(!hasStrace).each(sweptScenes)(
  'A3, A4, A5: with any of its calls to the store refused, $title is there or is not',
  async ({ name, title }) => {
    using scratch = scratchDirectory();
    const scene = await sweepScene(name, join(scratch.path, name));
    for (const sweep of sweeps) {
      const points = scene.points.filter(({ call }) => sweep.calls.includes(call));
      const injections = spread(
        points.flatMap((point, index) => sweep.at(point, index)),
        amount({ sample: 1, campaign: Infinity }),
      );
      // There are scenes without a call of that kind.
      if (injections.length === 0) continue;
      const results = await inLanes(injections, async (injection) => {
        const result = await scene.suffer(injection);
        const isEnded = result.said === undefined;
        const isFailed = sweep.passes?.(injection) === true && result.said !== 'done';
        return {
          ...result,
          broken: [
            ...result.broken,
            ...(isEnded ? ['Hotseat ended'] : []),
            ...(isFailed ? [`it was to pass, and came to ${result.said}`] : []),
          ],
        };
      });
      const hits = results.filter(({ isHit }) => isHit);
      const lost = hits.filter(({ broken }) => broken.length > 0);
      tally({
        row: sweep.row,
        fault: `${sweep.fault} during ${title}`,
        injected: hits.length,
        survived: hits.length - lost.length,
        lost: lost.length,
      });
      expect.soft(lost, sweep.fault).toEqual([]);
      expect(hits.length, 'calls that were met').toBeGreaterThanOrEqual(results.length * 0.9);
    }
  },
  amount({ sample: 180_000, campaign: 3_600_000 }),
);
