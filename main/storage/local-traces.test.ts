import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RemovalStep } from '../../app/contract/removal-views.ts';
import type { UserId } from '../../app/users/user.ts';
import { FileLocalTraces } from './local-traces.ts';
import { sampleUserId } from './testing/sample-users.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let userData: string;
let scratch: ReturnType<typeof scratchDirectory>;
const [ann, bob] = [sampleUserId(), sampleUserId()];

beforeEach(() => {
  scratch = scratchDirectory();
  userData = scratch.path;
});
afterEach(() => scratch[Symbol.dispose]());

const put = (path: string, content = ''): void => {
  fs.mkdirSync(join(userData, path, '..'), { recursive: true });
  fs.writeFileSync(join(userData, path), content);
};
const eraseAll = (...ids: UserId[]) =>
  new FileLocalTraces({
    userDataDirectory: userData,
    historyDirectory: join(userData, 'workspaces'),
    storageDirectories: ['accounts', 'sessions'].map((name) => join(userData, name)),
  }).erase(ids);
const erase = async (id = ann) => resultsOf((await eraseAll(id)).get(id));
const resultsOf = (steps: readonly RemovalStep[] = []) =>
  Object.fromEntries(steps.map(({ subject, result }) => [subject, result]));
const files = (): readonly string[] =>
  fs
    .readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(userData.length + 1))
    .toSorted();

test('G2, G3: what names a user is erased, and nothing of another user', async () => {
  const kept = [
    `Partitions/${bob}/Cookies`,
    `sessions/${bob}.json`,
    `sessions/quarantine/${bob}.20240229T120000000Z-000.json`,
    'accounts/accounts.json',
    'accounts/quarantine/active.20240229T120000000Z-000.json',
  ];
  for (const path of kept) put(path);
  put(`Partitions/${ann}/Cookies`);
  put(`Partitions/${ann}/Local Storage/leveldb/000003.log`);
  put(`sessions/${ann}.json`);
  put(`sessions/quarantine/${ann}.20240229T120000000Z-000.json`);
  put(`workspaces/${ann}.json`);
  put('accounts/quarantine/accounts.20240229T120000000Z-000.json', `damaged {"id":"${ann}","email":"ann@`);
  expect(await erase()).toEqual({ webFolder: 'erased', workspaceHistory: 'erased', damagedFiles: 'erased' });
  expect(files()).toEqual(kept.toSorted());
});

test('with nothing there it says so', async () => {
  expect(await erase()).toEqual({ webFolder: 'empty', workspaceHistory: 'empty', damagedFiles: 'empty' });
});

test('of several each is told apart', async () => {
  put(`Partitions/${ann}/Cookies`);
  put(`workspaces/${bob}.previous.json`);
  const steps = await eraseAll(ann, bob);
  expect(resultsOf(steps.get(ann))).toMatchObject({ webFolder: 'erased', workspaceHistory: 'empty' });
  expect(resultsOf(steps.get(bob))).toMatchObject({ webFolder: 'empty', workspaceHistory: 'erased' });
  expect(files()).toEqual([]);
});

test('a link is removed, not what it leads to; a folder in quarantine does not stop it', async () => {
  put('elsewhere/file');
  fs.mkdirSync(join(userData, 'Partitions'));
  fs.symlinkSync(join(userData, 'elsewhere'), join(userData, 'Partitions', ann));
  fs.mkdirSync(join(userData, 'sessions/quarantine/folder'), { recursive: true });
  expect(await erase()).toMatchObject({ webFolder: 'erased', damagedFiles: 'empty' });
  expect(files()).toEqual(['elsewhere/file']);
});

test('what cannot be erased is told', async () => {
  put('Partitions', 'in the way');
  expect(await erase()).toEqual({ webFolder: 'failed', workspaceHistory: 'empty', damagedFiles: 'empty' });
});
