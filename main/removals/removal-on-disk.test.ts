import '../storage/testing/use-electron-stand-in.ts';
import { observedFileSystem, type FileCall } from '../storage/testing/observed-file-system.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { FakeService } from '../../app/testing/fake-service.ts';
import { logInByEmail, valueOf } from '../../app/testing/fake-world.ts';
import { FakeKeyWrapping } from '../storage/testing/fake-key-wrapping.ts';
import { canary } from '../storage/testing/sample-users.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { filesWith, leaveTraces, startOn, type Surroundings } from './testing/removal-stage.ts';

afterEach(() => observedFileSystem.reset());

const surroundings = (): Surroundings => ({
  service: new FakeService(
    () => Promise.resolve(),
    () => 1_000_000,
  ),
  keys: new FakeKeyWrapping(),
});

/** Two users with all that they leave; Ben is about to be removed. */
const settled = async (userData: string, around: Surroundings) => {
  const email = canary('ben', 'email').toLowerCase();
  const text = canary('ben', 'page');
  around.service.addAccount('ana@example.org');
  around.service.addAccount(email);
  const run = await startOn(userData, around);
  valueOf(await logInByEmail(run.switcher, 'ana@example.org'));
  const ben = valueOf(await logInByEmail(run.switcher, email)).userId;
  leaveTraces(userData, ben, text);
  const traces = [email, text, ben];
  // Registry, session, three files of pages with the folder that they are in, history, what is in quarantine.
  expect(filesWith(userData, traces).length).toBeGreaterThanOrEqual(7);
  return { ...run, ben, traces };
};

/** Copies a folder and answers what it looks like; undefined where a part of it goes at that very moment. */
const copied = (folder: string, to: string): string | undefined => {
  try {
    fs.cpSync(folder, to, { recursive: true });
  } catch {
    return undefined;
  }
  return fs
    .readdirSync(to, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .map(
      ({ entry, path }) =>
        `${path.slice(to.length)} ${entry.isFile() ? fs.readFileSync(path, 'base64') : ''}`,
    )
    .toSorted()
    .join('\n');
};

/** Starts on what was left; nothing of Ben may be there then, and one receipt, or everything as it was. */
const expectWhole = async (
  userData: string,
  around: Surroundings,
  traces: readonly string[],
): Promise<'gone' | 'there'> => {
  const { switcher, receipts } = await startOn(userData, around);
  await switcher.finishWhatWasLeft();
  await switcher.close();
  const list = valueOf(await receipts.list());
  if (switcher.registry.order.length === 2) {
    expect(list).toEqual([]);
    return 'there';
  }
  expect(switcher.registry.order).toHaveLength(1);
  expect(filesWith(userData, traces)).toEqual([]);
  expect(list).toHaveLength(1);
  expect(list[0]).toMatchObject({ serviceKind: 'directory', finishedAtMs: 1_000_000 });
  expect(fs.readFileSync(join(userData, 'receipts', 'receipts.json'), 'utf8')).not.toContain('userId');
  return 'gone';
};

test('G2: ended before any of its calls to the disk, a removal finishes by itself at the next start', async () => {
  using scratch = scratchDirectory();
  const userData = join(scratch.path, 'profile');
  const around = surroundings();
  const { switcher, ben, traces } = await settled(userData, around);
  // What a process that is killed leaves is what its folder holds at that moment.
  const moments: string[] = [];
  const seen = new Set<string>();
  let calls = 0;
  let isCopying = false;
  observedFileSystem.beforeCall = () => {
    // Copying calls the disk too.
    if (isCopying) return;
    isCopying = true;
    calls += 1;
    const moment = join(scratch.path, `moment-${moments.length}`);
    const look = copied(userData, moment);
    if (look === undefined || seen.has(look)) fs.rmSync(moment, { recursive: true, force: true });
    else moments.push(moment);
    seen.add(look ?? '');
    isCopying = false;
  };
  around.service.isOffline = true;
  valueOf(await switcher.remove(ben));
  observedFileSystem.reset();
  around.service.isOffline = false;
  expect([calls > 60, moments.length > 30], 'calls to the disk, and what differs between them').toEqual([
    true,
    true,
  ]);
  const found: string[] = [];
  for (const moment of moments) found.push(await expectWhole(moment, around, traces));
  expect(found.indexOf('gone'), 'only before its tombstone is it not begun').toBeLessThan(8);
  expect(found.lastIndexOf('there')).toBeLessThan(found.indexOf('gone'));
  expect(await expectWhole(userData, around, traces)).toBe('gone');
}, 120_000);

test('G2, A3: a disk that is full at any of its calls leaves all or nothing after the next start', async () => {
  const isWriting = ({ operation }: FileCall) =>
    operation === 'open' || operation === 'write' || operation === 'fsync';
  const results = new Set<string>();
  for (let failing = 1; ; failing += 4) {
    using scratch = scratchDirectory();
    const around = surroundings();
    const { switcher, ben, traces } = await settled(scratch.path, around);
    let writes = 0;
    observedFileSystem.beforeCall = (call) => {
      writes += isWriting(call) ? 1 : 0;
      // From then on, and for a while: freed room is soon taken by others.
      if (isWriting(call) && writes >= failing && writes < failing + 3)
        throw Object.assign(new Error('ENOSPC: injected'), { code: 'ENOSPC' });
    };
    const outcome = await switcher.remove(ben);
    observedFileSystem.reset();
    await switcher.close();
    results.add(
      `${outcome.ok ? 'done' : outcome.error.code}, ${await expectWhole(scratch.path, around, traces)}`,
    );
    if (writes < failing) break;
  }
  expect(results).toEqual(new Set(['storageUnavailable, there', 'storageUnavailable, gone', 'done, gone']));
}, 120_000);
