import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import { z } from 'zod';
// Types only: what is loaded before the syncs are taken out would keep them.
import type { AuthenticatedUser } from '../../app/users/user.ts';

/*
 * Run by Electron, under the keyring of the desktop: puts a profile with many signed-in users of the directory on
 * disk, by Hotseat's own stores. Every account is in the directory's database, with a session that it granted.
 */
const jobSchema = z.object({ profile: z.string(), users: z.int().positive() });
const job = jobSchema.parse(JSON.parse(process.env['HOTSEAT_SEED_JOB'] ?? ''));

// Nothing of this has to survive a power failure, and thirty thousand syncs take minutes.
fs.fsyncSync = () => undefined;
syncBuiltinESMExports();

const seed = async (): Promise<void> => {
  const { foldersIn, openStorage } = await import('../../main/launch/open-storage.ts');
  const { DirectoryKey } = await import('../../main/launch/directory-key.ts');
  const { openDirectory } = await import('../../main/directory/open-directory.ts');
  const { createSessions } = await import('../../main/directory/sessions.ts');
  const { createTokens } = await import('../../main/directory/tokens.ts');
  const { createObjectId } = await import('../../main/directory/object-id.ts');
  const { signingKeyBytes } = await import('../../main/directory/signing-key-size.ts');
  const { SafeStorageWrapping } = await import('../../main/storage/safe-storage-wrapping.ts');
  const { Sealing } = await import('../../main/storage/sealing.ts');
  const { SecretFile } = await import('../../main/storage/secret-file.ts');
  const { directoryService } = await import('../../app/identity/service.ts');
  const { userIdSchema } = await import('../../app/users/user.ts');

  const folders = foldersIn(job.profile);
  const wrapping = new SafeStorageWrapping({
    safeStorage,
    platform: 'linux',
    electronVersion: process.versions.electron,
    whenReady: () => app.whenReady(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const clock = { nowMs: () => Date.now() };
  const sealing = new Sealing(wrapping, randomBytes);
  const storage = await openStorage({
    userData: job.profile,
    sealing,
    clock,
    log: { warn: (event) => process.stderr.write(`${event}\n`) },
  });
  const signingKey = await new DirectoryKey(
    new SecretFile({
      directory: foldersIn(job.profile).secrets,
      name: 'directory-signing-key',
      sealing,
      clock,
    }),
    () => randomBytes(signingKeyBytes),
  ).current();
  const opened = openDirectory({
    database: { file: join(folders.directory, 'directory.sqlite'), ownsFolder: true },
    signingKey,
    passwords: {
      hash: async () => ({ kind: 'unavailable' }),
      verify: async () => ({ kind: 'unavailable' }),
      isCurrent: () => true,
      decoy: '',
      close: async () => undefined,
    },
    clock: clock.nowMs,
    random: randomBytes,
    log: () => undefined,
  });
  if (opened.kind === 'refused') throw new Error(`The directory does not open: ${JSON.stringify(opened)}`);
  const { store } = opened.directory;
  const parts = { store, clock: clock.nowMs, random: randomBytes };
  const sessions = createSessions({ ...parts, tokens: createTokens({ signingKey, ...parts }) });

  const users: AuthenticatedUser[] = [];
  for (let n = 1; n <= job.users; n += 1) {
    const email = `person${n}@example.org`;
    const name = `Person ${n}`;
    const subject = createObjectId(clock.nowMs, randomBytes);
    store.createAccount({
      id: subject,
      claim: { provider: 'local-userpass', subject: email, email, name },
      // A hash of nothing: nobody logs in with it.
      password: { passwordHash: 'none', confirmedMs: clock.nowMs() },
      createdMs: clock.nowMs(),
    });
    const account = store.findAccount(subject);
    if (!account) throw new Error('The directory does not know its newest account');
    const id = userIdSchema.parse(randomUUID());
    const written = await storage.vault.write(id, {
      ...(await sessions.start(account)),
      accessExpiresAtMs: Date.now() + 30 * 60_000,
    });
    if (!written.ok || written.value !== 'disk')
      throw new Error('A session was not kept: is there a keyring?');
    users.push({
      id,
      serviceId: directoryService.id,
      subject,
      profile: { email, name },
      identities: [{ id: subject, providerType: 'local-userpass' }],
      initials: `P${n}`,
      colour: (n - 1) % 12,
      addedAtMs: clock.nowMs(),
      state: 'authenticated',
      sessionKept: 'disk',
      isLocked: false,
      hasWayToUnlock: false,
    });
  }
  const [first] = users;
  const registry = {
    users: new Map(users.map((user) => [user.id, user])),
    order: users.map(({ id }) => id),
    activeId: first?.id,
    recent: first ? [first.id] : [],
  };
  const saved = await storage.registryStore.saveAccounts(registry);
  const active = await storage.registryStore.saveActive(registry);
  if (!saved.ok || !active.ok) throw new Error('The accounts were not kept');
  await opened.directory.close();
};

seed().then(
  () => app.exit(0),
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    app.exit(1);
  },
);
