import '../../main/storage/testing/use-electron-stand-in.ts';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenInvariants } from '../../app/users/registry-invariants.ts';
import { scratchDirectory } from '../../main/storage/testing/scratch-directory.ts';
import { amount, seed, tally } from '../tally.ts';
import { fillStores, readStores, storeFiles, type Reading } from './readings.ts';
import { emails, idOf, startDesk } from './scenes.ts';
import { spread } from './swept-scene.ts';

/** What nothing may be put in the place of: the newest generation, of what is neither a journal nor being erased. */
const current = /^(registry|sessions)\/[^.]+\.json$/;

interface Damage {
  readonly what: string;
  readonly bytes: Buffer;
}

const cutOff = (whole: Buffer): readonly Damage[] =>
  spread(
    Array.from({ length: whole.length }, (_, length) => length),
    amount({ sample: 12, campaign: Infinity }),
  ).map((length) => ({ what: `cut off after ${length} bytes`, bytes: whole.subarray(0, length) }));

const flipped = (whole: Buffer, count: number): readonly Damage[] =>
  fc
    .sample(fc.nat(Math.max(0, whole.length * 8 - 1)), { seed, numRuns: whole.length === 0 ? 0 : count })
    .map((bit) => {
      const bytes = Buffer.from(whole);
      const at = Math.floor(bit / 8);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at);
      return { what: `bit ${bit} flipped`, bytes };
    });

/** The file without each of its lines, and up to each: what may be lost of a journal is lines. */
const withoutLines = (whole: Buffer): readonly Buffer[] => {
  const lines = whole.toString('latin1').split('\n');
  return lines.flatMap((_line, index) =>
    [lines.toSpliced(index, 1), lines.slice(0, index)].map((left) => Buffer.from(left.join('\n'), 'latin1')),
  );
};

test(
  'A7: cut off anywhere or with a bit flipped, a file of the stores costs what is in it at most, and is told of',
  async () => {
    using scratch = scratchDirectory();
    const folder = join(scratch.path, 'profile');
    const ids = await fillStores(folder);
    const files = storeFiles(folder);
    expect(files.length).toBeGreaterThan(9);
    const counts = { cutOff: { injected: 0, lost: 0 }, flipped: { injected: 0, lost: 0 } };
    const broken: string[] = [];
    for (const name of files) {
      const path = join(folder, name);
      const good = readFileSync(path);
      const read = readStores[dirname(name)];
      if (!read) throw new Error(`${name} is of no store`);
      const whole = await read(folder, ids);
      const readWith = async (bytes: Buffer): Promise<Reading> => {
        writeFileSync(path, bytes);
        return read(folder, ids);
      };
      const allowed = [whole, await readWith(Buffer.alloc(0))];
      for (const bytes of withoutLines(good)) allowed.push(await readWith(bytes));
      const judge = (found: Reading): readonly string[] => {
        const wrong = Object.entries(found.parts)
          .filter(([part, text]) => !allowed.some(({ parts }) => parts[part] === text))
          .map(([part, text]) => `${part} is ${text}`);
        const isRecovered = found.parts['accounts'] !== whole.parts['accounts'];
        return isRecovered && !found.isTold ? [...wrong, 'nobody was told'] : wrong;
      };
      // With the generation before it, no damage of a single file takes an account.
      for (const reading of allowed) expect(reading.parts['accounts'], name).toBe(whole.parts['accounts']);
      for (const [kind, damages] of [
        ['cutOff', cutOff(good)],
        ['flipped', flipped(good, amount({ sample: 30, campaign: 10_000 }))],
      ] as const)
        for (const { what, bytes } of damages) {
          const wrong = judge(await readWith(bytes));
          counts[kind].injected += 1;
          if (wrong.length > 0) counts[kind].lost += 1;
          broken.push(...wrong.map((sentence) => `${name}, ${what}: ${sentence}`));
          if (!readFileSync(path).equals(bytes)) broken.push(`${name}, ${what}: reading has changed it`);
        }
      writeFileSync(path, good);
    }
    expect(storeFiles(folder), 'reading makes no files').toEqual(files);
    for (const [fault, { injected, lost }] of [
      ['a store file cut off at a byte', counts.cutOff],
      ['a flipped bit in a store file', counts.flipped],
    ] as const)
      tally({ row: 'A7', fault, injected, survived: injected - lost, lost });
    expect(broken.slice(0, 20)).toEqual([]);
  },
  amount({ sample: 180_000, campaign: 7_200_000 }),
);

test(
  'A7: a damaged file is kept aside before anything takes its place, and all go on',
  async () => {
    using scratch = scratchDirectory();
    const base = join(scratch.path, 'base');
    const ids = await fillStores(base);
    let injected = 0;
    const broken: string[] = [];
    for (const name of storeFiles(base)) {
      const good = readFileSync(join(base, name));
      for (const { what, bytes } of flipped(good, amount({ sample: 1, campaign: 100 }))) {
        const folder = join(scratch.path, 'run');
        cpSync(base, folder, { recursive: true });
        writeFileSync(join(folder, name), bytes);
        broken.push(...(await workOn(folder)).map((sentence) => `${name}, ${what}: ${sentence}`));
        const isKept = storeFiles(folder).some((other) => readFileSync(join(folder, other)).equals(bytes));
        if (!isKept && current.test(name)) broken.push(`${name}, ${what}: it was overwritten`);
        rmSync(folder, { recursive: true });
        injected += 1;
      }
    }
    const lost = new Set(broken.map((sentence) => sentence.slice(0, sentence.indexOf(': ')))).size;
    tally({ row: 'A7', fault: 'work over a damaged store file', injected, survived: injected - lost, lost });
    expect(ids).toHaveLength(3);
    expect(broken.slice(0, 20)).toEqual([]);
  },
  amount({ sample: 180_000, campaign: 7_200_000 }),
);

/** Starts on the folder, writes every store, and answers with what does not hold then or at the next start. */
const workOn = async (folder: string): Promise<readonly string[]> => {
  const { switcher } = await startDesk(folder);
  await switcher.finishWhatWasLeft();
  for (const email of emails) {
    await switcher.rename(idOf(switcher, email), email);
    await switcher.switchTo(idOf(switcher, email));
    await switcher.callFunction(idOf(switcher, email), 'anything', []);
  }
  await switcher.close();
  const again = await startDesk(folder);
  const found = Array.from(again.switcher.registry.users.values(), ({ profile }) => profile.email);
  return [
    ...brokenInvariants(again.switcher.registry),
    ...emails.filter((email) => !found.includes(email)).map((email) => `${email} is gone`),
    ...(again.storage.notices.length > 0 ? ['it is still damaged at the next start'] : []),
  ];
};
