import '../main/storage/testing/use-electron-stand-in.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { directoryService } from '../app/identity/service.ts';
import { FakeDisk } from '../app/testing/fake-disk.ts';
import { FakeService } from '../app/testing/fake-service.ts';
import { createManualTimers } from '../app/testing/manual-timers.ts';
import { someUser } from '../app/testing/some-user.ts';
import type { Ports } from '../app/ports.ts';
import { Switcher } from '../app/switcher.ts';
import { restoreRegistry } from '../app/users/restored-registry.ts';
import { userIdSchema, type AuthenticatedUser, type UserId } from '../app/users/user.ts';
import type { UserRegistry } from '../app/users/user-registry.ts';
import { nobodyIsLocked } from '../app/testing/nobody-is-locked.ts';
// Types only: the stand-in for Electron has to be there before what imports Electron.
import type { FileRegistryStore } from '../main/storage/registry-store.ts';

const { FileRegistryStore: RegistryStore } = await import('../main/storage/registry-store.ts');
const { FileSessionVault: Vault } = await import('../main/storage/session-vault.ts');
const { Sealing } = await import('../main/storage/sealing.ts');
const { FakeKeyWrapping } = await import('../main/storage/testing/fake-key-wrapping.ts');

const clock = { nowMs: () => Date.now() };

/**
 * The core over its real registry and session files, without Electron: the service is the tests' fake and answers
 * at once, and a fake key store wraps without a keyring.
 */
export class CoreWorld {
  readonly service = new FakeService(undefined, clock.nowMs);
  readonly userIds: readonly UserId[];
  readonly #folder = mkdtempSync(join(tmpdir(), 'hotseat-bench-core-'));
  readonly #registry: UserRegistry;

  constructor(users: number) {
    const all = Array.from({ length: users }, (_, n): AuthenticatedUser => {
      const email = `person${n}@example.org`;
      const subject = this.service.addAccount(email, 'secret', `Person ${n}`);
      const id = userIdSchema.parse(randomUUID());
      return someUser(n, { id, subject, profile: { email, name: `Person ${n}` } });
    });
    this.userIds = all.map(({ id }) => id);
    this.#registry = {
      users: new Map(all.map((user) => [user.id, user])),
      order: this.userIds,
      activeId: this.userIds[0],
      recent: this.userIds.slice(0, 1),
    };
  }

  /** Puts the users on disk. */
  async seed(): Promise<void> {
    const store = this.#store();
    store.readRegistry();
    const saved = await store.saveAccounts(this.#registry);
    const active = await store.saveActive(this.#registry);
    if (!saved.ok || !active.ok) throw new Error('The accounts were not kept');
  }

  /** Starts on what is on disk, as Hotseat does. */
  start(): Switcher {
    const store = this.#store();
    const reading = store.readRegistry();
    if (reading.kind !== 'read') throw new Error('The accounts are not there');
    const restored = restoreRegistry({
      accounts: reading.accounts,
      active: reading.active,
      isRecovered: reading.isRecovered,
      tombstones: new Set(),
      // Their files are not needed for what is measured, so there are none.
      sessions: new Set(this.userIds),
      locks: new Set(),
    });
    const folder = join(this.#folder, 'sessions');
    const sealing = new Sealing(new FakeKeyWrapping(), randomBytes);
    const ports: Ports = {
      ...new FakeDisk().ports(() => Promise.resolve()),
      registryStore: store,
      vault: new Vault({ directory: folder, sealing, clock }),
      clock,
      timers: createManualTimers(),
      random: {
        newUserId: () => userIdSchema.parse(randomUUID()),
        newOpaqueId: () => randomUUID(),
        fraction: () => 0.5,
      },
      services: { list: () => [directoryService], providerOf: () => this.service },
      unlocking: nobodyIsLocked,
      heardAll: nextTurn,
      log: { warn: () => undefined },
    };
    return new Switcher(ports, restored, { succession: 'mostRecent', rules: { switching: 'free' } });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #store(): FileRegistryStore {
    return new RegistryStore({ directory: join(this.#folder, 'registry'), clock });
  }
}
