import '../storage/testing/use-electron-stand-in.ts';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../app/outcome.ts';
import { loggedOut, type UserRegistry } from '../../app/users/user-registry.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { Sealing } from '../storage/sealing.ts';
import { FakeKeyWrapping } from '../storage/testing/fake-key-wrapping.ts';
import { sampleRegistry, sampleSession, sampleUser } from '../storage/testing/sample-users.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { foldersIn, openStorage } from './open-storage.ts';

let scratch: ReturnType<typeof scratchDirectory>;
const keys = new FakeKeyWrapping();
beforeEach(() => {
  scratch = scratchDirectory();
});
afterEach(() => scratch[Symbol.dispose]());

const open = () =>
  openStorage({
    userData: scratch.path,
    sealing: new Sealing(keys, randomBytes),
    clock: { nowMs: () => 0 },
    log: { warn: () => undefined },
  });
const folders = () => foldersIn(scratch.path);
const sessionFiles = () =>
  readdirSync(folders().sessions)
    .filter((name) => name.endsWith('.json'))
    .toSorted();

const [ann, bob] = [sampleUser('Ann'), sampleUser('Bob')];
const registry = sampleRegistry(ann, bob);

const after = (outcome: Outcome<UserRegistry>): UserRegistry => {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};

/** What a run leaves that had both users logged in. */
const leaveBoth = async (left: UserRegistry = registry): Promise<void> => {
  const storage = await open();
  for (const { id } of [ann, bob]) await storage.vault.write(id, sampleSession(id));
  // Twice, so that there is a generation before.
  for (let times = 0; times < 2; times += 1) await storage.registryStore.saveAccounts(left);
  await storage.registryStore.saveActive(left);
};

describe('opening what is on disk', () => {
  it('begins with nothing', async () => {
    const { restored, notices } = await open();
    expect(restored.registry.order).toEqual([]);
    expect(notices).toEqual([]);
  });

  it('has users, order, who is active and their sessions back', async () => {
    await leaveBoth();
    const { restored, vault, notices } = await open();
    expect(restored.registry).toEqual(registry);
    expect(restored.isAsStored).toBe(true);
    expect(notices).toEqual([]);
    expect((await vault.read(bob.id)).kind).toBe('session');
  });

  it('erases a session whose user had logged out when the run was cut off', async () => {
    await leaveBoth(after(loggedOut(registry, bob.id, { succession: 'nobody' })));
    expect(sessionFiles()).toHaveLength(2);
    await open();
    expect(sessionFiles()).toEqual([`${ann.id}.json`]);
  });

  it('leaves out a user whose removal had begun, and says that it is to be finished', async () => {
    await leaveBoth();
    const first = await open();
    await first.tombstones.raise([bob.id]);
    const { restored } = await open();
    expect(restored.registry.order).toEqual([ann.id]);
    expect(restored.removalsToFinish).toEqual([bob.id]);
    expect(restored.departed).toEqual([{ user: bob, wasRecent: true }]);
    expect(sessionFiles(), 'it is revoked before it is erased').toHaveLength(2);
  });

  it('puts an unknown session aside, rather than erasing it, when accounts had to be recovered', async () => {
    const storage = await open();
    await storage.registryStore.saveAccounts(sampleRegistry(ann));
    await storage.registryStore.saveAccounts(registry);
    for (const { id } of [ann, bob]) await storage.vault.write(id, sampleSession(id));
    writeFileSync(join(folders().registry, 'accounts-1.json'), 'damaged');
    const { restored, notices } = await open();
    expect(restored.registry.order).toEqual([ann.id]);
    expect(notices).toEqual([{ kind: 'recovered', what: 'accounts' }]);
    expect(sessionFiles()).toEqual([`${ann.id}.json`]);
    expect(readdirSync(join(folders().sessions, 'quarantine'))).toHaveLength(1);
  });

  it('touches nothing that a newer Hotseat wrote', async () => {
    await leaveBoth();
    const first = await open();
    await first.tombstones.raise([bob.id]);
    const { text } = encodeChecksummed({ version: 999, people: [] });
    writeFileSync(join(folders().registry, 'accounts.json'), text);
    const { restored, notices, registryStore } = await open();
    expect(restored.registry.order).toEqual([]);
    expect(restored.removalsToFinish).toEqual([]);
    expect(notices).toEqual([{ kind: 'newerVersion', what: 'accounts' }]);
    expect(sessionFiles()).toHaveLength(2);
    expect(existsSync(join(folders().removals, bob.id))).toBe(true);
    expect(await registryStore.saveAccounts(registry)).toEqual({
      ok: false,
      error: { code: 'storageUnavailable', problem: 'newerVersion' },
    });
  });
});
