import { expect, test } from 'vitest';
import type { AuditEntry } from '../../app/contract/audit-views.ts';
import { logInByEmail, valueOf } from '../../app/testing/fake-world.ts';
import { twoUsers } from '../../app/testing/worlds.ts';
import { Recorder } from './recorder.ts';
import { allAskedBy, askedBy } from './surface.ts';

const turn = () => new Promise<void>((settle) => setImmediate(settle));

const stage = async () => {
  const parts = await twoUsers();
  const entries: Omit<AuditEntry, 'n' | 'at'>[] = [];
  const state: { mode: 'off' | 'ids' | 'names' } = { mode: 'ids' };
  const recorder = new Recorder({
    trail: { append: (entry) => entries.push(entry) },
    registry: () => parts.switcher.registry,
    mode: () => state.mode,
    nameOf: (userId) => (userId === parts.ana ? 'Ana' : 'Ben'),
  });
  parts.switcher.subscribe((event) => recorder.registryChanged(event));
  const told = () => entries.splice(0).map(({ event, user, by }) => [event, user, by]);
  return { ...parts, recorder, state, entries, told };
};

test('what becomes of users is told with where it was asked for', async () => {
  const { switcher, ana, ben, told } = await stage();
  await askedBy('key', () => switcher.switchTo(ana));
  expect(told()).toEqual([['switched', ana, 'key']]);
  await askedBy('window', () => switcher.locking.setUp(ana, { kind: 'pin', text: '493716' }));
  expect(told()).toEqual([]);
  await askedBy('computer', () => switcher.locking.lockAll());
  expect(told()).toEqual([
    ['locked', ana, 'computer'],
    ['nobodyActive', undefined, 'computer'],
  ]);
  await allAskedBy('menu', switcher.locking).unlock(ana, '493716');
  expect(told()).toEqual([
    ['unlocked', ana, 'menu'],
    ['switched', ana, 'menu'],
  ]);
  await askedBy('window', () => switcher.logOut(ben));
  expect(told()).toEqual([['loggedOut', ben, 'window']]);
  await askedBy('window', () => logInByEmail(switcher, 'ben@example.org'));
  expect(told()).toEqual([
    ['loggedIn', ben, 'window'],
    ['switched', ben, 'window'],
  ]);
  await switcher.remove(ana);
  await turn();
  expect(told()).toEqual([['removed', ana, 'itself']]);
});

test('attempts in vain are told, and waits are not', async () => {
  const { recorder, ben, told } = await stage();
  recorder.unlockFailed(ben, { code: 'unlockRefused', because: 'wrong' });
  recorder.unlockFailed(ben, { code: 'unlockRefused', because: 'tooSoon' });
  recorder.unlockFailed(ben, { code: 'storageUnavailable', problem: 'failed' });
  expect(told()).toEqual([['unlockFailed', ben, 'itself']]);
});

test('names are told where the rules want them, and nothing where there is no trail', async () => {
  const { switcher, state, ana, ben, entries } = await stage();
  state.mode = 'names';
  valueOf(await switcher.switchTo(ana));
  expect(entries).toEqual([{ event: 'switched', user: ana, name: 'Ana', by: 'itself' }]);
  state.mode = 'off';
  valueOf(await switcher.switchTo(ben));
  expect(entries).toHaveLength(1);
});
