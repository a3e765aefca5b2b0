import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, fail } from '../../app/outcome.ts';
import { defaultSettings, type Settings } from '../../app/settings/settings.ts';
import { chord } from '../../app/surfaces/chord.ts';
import { settingsVersion } from '../../app/settings/stored-settings.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { KeptSettings } from './kept-settings.ts';

let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  scratch = scratchDirectory();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (): KeptSettings => new KeptSettings({ directory: scratch.path, clock: { nowMs: () => 0 } });
const file = (): string => join(scratch.path, 'settings.json');

test('who has chosen nothing has the defaults, and nothing is written', () => {
  expect(open().current).toEqual(defaultSettings);
  expect(fs.readdirSync(scratch.path)).toEqual([]);
});

test('what was chosen holds after a restart, and what was not stays', async () => {
  expect(await open().change({ liveWorkspaces: 7 })).toEqual(done);
  expect(open().current).toEqual({ ...defaultSettings, liveWorkspaces: 7 });
});

test('two changes at once both hold', async () => {
  const settings = open();
  await Promise.all([settings.change({ liveWorkspaces: 2 }), settings.change({ succession: 'nobody' })]);
  expect(open().current).toEqual({ ...defaultSettings, liveWorkspaces: 2, succession: 'nobody' });
});

test('listeners hear of changes, and of nothing where nothing changed', async () => {
  const settings = open();
  const heard = vi.fn();
  const end = settings.subscribe(heard);
  await settings.change({ liveWorkspaces: 2 });
  await settings.change({ liveWorkspaces: 2 });
  expect(heard).toHaveBeenCalledTimes(1);
  end();
  await settings.change({ liveWorkspaces: 3 });
  expect(heard).toHaveBeenCalledTimes(1);
});

test('A7: a damaged file gives way to the one before it, and is told of', async () => {
  const settings = open();
  await settings.change({ liveWorkspaces: 2 });
  await settings.change({ liveWorkspaces: 3 });
  fs.writeFileSync(file(), '{"version":1');
  const recovered = open();
  expect(recovered.current.liveWorkspaces).toBe(2);
  expect(recovered.notices).toEqual([{ kind: 'recovered', what: 'settings' }]);
});

test('the settings of version 1, as they were written, hold on with what is new at its default', async () => {
  fs.writeFileSync(
    file(),
    '{"checksum":"eaa5ce86ae6fee6b4d6d1670f74451d5808fc8854a4b467c207d7286763dce9e","value":{"version":1,"settings":{"liveWorkspaces":7,"succession":"nobody"}}}\n',
  );
  const settings = open();
  expect(settings.notices).toEqual([]);
  expect(settings.current).toEqual({ ...defaultSettings, liveWorkspaces: 7, succession: 'nobody' });
  await settings.change({ checkForUpdates: false });
  expect(open().current).toEqual({
    ...defaultSettings,
    liveWorkspaces: 7,
    succession: 'nobody',
    checkForUpdates: false,
  });
});

test('the settings of version 3, as they were written, hold on, and keys can be chosen', async () => {
  fs.writeFileSync(
    file(),
    '{"checksum":"1ce87010da2b22f3506d2ec883c4a5cd2e62707ad601d64380fa7c053bbfe864","value":{"version":3,"settings":{"liveWorkspaces":7,"succession":"nobody","checkForUpdates":true,"switching":"unlock","lockAfterMinutes":5,"locksWithComputer":true,"unlockAttempts":10,"keepsAudit":false}}}\n',
  );
  const settings = open();
  expect(settings.notices).toEqual([]);
  const before: Settings = {
    ...defaultSettings,
    liveWorkspaces: 7,
    succession: 'nobody',
    switching: 'unlock',
    lockAfterMinutes: 5,
    locksWithComputer: true,
  };
  expect(settings.current).toEqual(before);
  const keys = { quickSwitcher: [chord('CommandOrControl+B')], lock: [] };
  await settings.change({ keys });
  expect(open().current).toEqual({ ...before, keys });
});

test('A11: the settings of a newer Hotseat are left as they are', async () => {
  const { text } = encodeChecksummed({ version: settingsVersion + 1, settings: { liveWorkspaces: 'many' } });
  fs.writeFileSync(file(), text);
  const settings = open();
  expect(settings.current).toEqual(defaultSettings);
  expect(settings.notices).toEqual([{ kind: 'newerVersion', what: 'settings' }]);
  expect(await settings.change({ liveWorkspaces: 5 })).toEqual(
    fail({ code: 'storageUnavailable', problem: 'newerVersion' }),
  );
  expect(fs.readFileSync(file(), 'utf8')).toBe(text);
});

test('those of version 3, as they were written, hold on too', () => {
  fs.writeFileSync(
    file(),
    '{"checksum":"5428ced3a967ca5db36e88d702cc5532ac0df105b57bd3e4f1df334e2a6cc9f3","value":{"version":3,"settings":{"liveWorkspaces":4,"succession":"mostRecent","checkForUpdates":true,"switching":"unlock","lockAfterMinutes":5,"locksWithComputer":false,"unlockAttempts":10,"keepsAudit":false}}}\n',
  );
  const settings = open();
  expect(settings.notices).toEqual([]);
  expect(settings.current).toEqual({ ...defaultSettings, switching: 'unlock', lockAfterMinutes: 5 });
});
