import './testing/use-electron-stand-in.ts';
import { observedFileSystem } from './testing/observed-file-system.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DurableFile } from './durable-file.ts';
import { sweepLeftovers } from './leftovers.ts';
import { runWriter } from './testing/run-writer.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

const open = (directory: string): DurableFile =>
  new DurableFile({ directory, name: 'file', clock: { nowMs: () => 0 } });
const generations = ['file.json', 'file.previous.json'];
const numberIn = (directory: string): number => {
  const reading = open(directory).read();
  if (reading.kind !== 'read' || reading.from !== 'current')
    throw new Error(`neither old nor new: ${reading.kind}`);
  return z.object({ n: z.number() }).parse(reading.value).n;
};

test.each([{ bothGenerations: false }, { bothGenerations: true }])(
  'A1: ended before any of its calls to the disk ($bothGenerations), it leaves the old content or the new',
  async (options) => {
    using scratch = scratchDirectory();
    const directory = join(scratch.path, 'store');
    const file = open(directory);
    for (const n of [1, 2]) await file.write({ n });
    // What a process that is killed leaves is what its folder holds at that moment.
    const moments: string[] = [];
    observedFileSystem.beforeCall = () => {
      const moment = join(scratch.path, `moment-${moments.length}`);
      moments.push(moment);
      fs.cpSync(directory, moment, { recursive: true });
    };
    await file.write({ n: 3 }, options);
    observedFileSystem.reset();
    const found = moments.map(numberIn);
    expect(found.toSorted((a, b) => a - b)).toEqual(found);
    expect(new Set(found)).toEqual(new Set([2, 3]));
    expect(moments.length).toBeGreaterThan(12);
    for (const moment of moments) {
      sweepLeftovers(moment);
      expect(fs.readdirSync(moment).toSorted()).toEqual(generations);
      // With the current generation gone too, the one before it is whole.
      fs.rmSync(join(moment, 'file.json'));
      expect(open(moment).read()).toMatchObject({ kind: 'read', from: 'previous' });
    }
  },
);

test('A1: killed at any moment, what was acknowledged is there, and nothing is left over', async () => {
  const lanes = await Promise.all([1, 2].map((seed) => surviveKills(seed, 12)));
  expect(lanes.map((lane) => lane.kills)).toEqual([12, 12]);
  // If every kill had met the writer at rest, it would have shown nothing.
  expect(lanes.reduce((sum, lane) => sum + lane.leftovers, 0)).toBeGreaterThan(0);
});

const surviveKills = async (seed: number, kills: number): Promise<{ kills: number; leftovers: number }> => {
  using scratch = scratchDirectory();
  const moments = fc.sample(fc.record({ line: fc.nat(20), turns: fc.nat(400_000) }), {
    seed,
    numRuns: kills,
  });
  let last = 0;
  let killed = 0;
  let leftovers = 0;
  for (const { line, turns } of moments) {
    const job = {
      directory: scratch.path,
      name: 'file',
      from: last + 1,
      count: 100_000,
      fillerLength: 2_000,
    };
    const lines = await runWriter(
      { ...job, everySecondToBothGenerations: true },
      {
        onLine: ({ n }, writer) => {
          if (n !== job.from + line) return;
          for (let turn = 0; turn < turns; turn += 1) Math.imul(turn, turn);
          if (writer.kill('SIGKILL')) killed += 1;
        },
      },
    );
    const acknowledged = lines.at(-1)?.n ?? last;
    expect(lines.every(({ ok }) => ok)).toBe(true);
    last = numberIn(scratch.path);
    expect(last === acknowledged || last === acknowledged + 1).toBe(true);
    leftovers += sweepLeftovers(scratch.path);
    expect(fs.readdirSync(scratch.path).toSorted()).toEqual(generations);
  }
  return { kills: killed, leftovers };
};

test('A4: a write that is cut short is never put in place of anything', async () => {
  using scratch = scratchDirectory();
  const job = {
    directory: scratch.path,
    name: 'file',
    from: 1,
    count: 1,
    everySecondToBothGenerations: false,
  };
  await open(scratch.path).write({ n: 0 });
  // Files end at 8 KiB; Node ignores the signal that says so, and the write returns short.
  const [short] = await runWriter({ ...job, fillerLength: 20_000 }, { shellPrefix: 'ulimit -f 8;' });
  expect(short).toMatchObject({ ok: false, error: { code: 'storageUnavailable', problem: 'diskFull' } });
  expect(numberIn(scratch.path)).toBe(0);
  expect(fs.readdirSync(scratch.path)).toEqual(['file.json']);
  const [small] = await runWriter({ ...job, fillerLength: 2_000 }, { shellPrefix: 'ulimit -f 8;' });
  expect(small).toMatchObject({ ok: true });
});

test('the sweep takes only what a write leaves behind', () => {
  using scratch = scratchDirectory();
  const kept = ['file.json', 'file.previous.json', 'new.json', 'my.tmp-notes', 'file.json.tmp-1'];
  const left = ['file.new.json', 'file.previous.new.json', 'file.new.json.tmp-5499201874f3a0dd'];
  for (const name of [...kept, ...left]) fs.writeFileSync(join(scratch.path, name), '');
  expect(sweepLeftovers(scratch.path)).toBe(3);
  expect(fs.readdirSync(scratch.path).toSorted()).toEqual(kept.toSorted());
  expect(sweepLeftovers(join(scratch.path, 'absent'))).toBe(0);
});
