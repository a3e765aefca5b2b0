import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../app/outcome.ts';
import type { Switcher } from '../../app/switcher.ts';
import { logInByEmail, valueOf } from '../../app/testing/fake-world.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import { foldersIn } from '../../main/launch/open-storage.ts';
import { leaveTraces, startOn } from '../../main/removals/testing/removal-stage.ts';
import { encodeChecksummed } from '../../main/storage/checksummed-text.ts';
import { FakeKeyWrapping } from '../../main/storage/testing/fake-key-wrapping.ts';
import { plainService, tokensOf } from './plain-service.ts';

export const emails = ['ana@campaign.example', 'ben@campaign.example', 'cleo@campaign.example'] as const;
export const newcomer = 'dan@campaign.example';
const [ana, ben, cleo] = emails;

/** Something that a person does, or Hotseat by itself, in the middle of which it is ended. */
export interface Scene {
  readonly title: string;
  /** Is the service away while it happens? */
  readonly isOffline?: boolean;
  /** Of whom nothing may be left when it is done. */
  readonly removes?: string;
  /**
   * Whose session it replaces while nobody waits for the disk: where the disk refuses the new one, that account alone
   * may have to be logged in again.
   */
  readonly renews?: string;
  prepare(folder: string): Promise<void>;
  perform(switcher: Switcher): Promise<Outcome<unknown>>;
}

export const startDesk = (folder: string, options: { readonly isOffline?: boolean } = {}) =>
  startOn(folder, { service: plainService(options), keys: new FakeKeyWrapping() });

export const idOf = ({ registry }: Switcher, email: string): UserId => {
  for (const user of registry.users.values()) if (user.profile.email === email) return user.id;
  throw new Error(`${email} is not there`);
};

/** Three who are logged in, the first of them active, and a previous generation of each file. */
const threeUsers = async (folder: string): Promise<void> => {
  const { switcher } = await startDesk(folder);
  for (const email of emails) valueOf(await logInByEmail(switcher, email));
  for (const email of [ben, ana]) valueOf(await switcher.switchTo(idOf(switcher, email)));
  await switcher.close();
};

const withTraces = async (folder: string): Promise<void> => {
  await threeUsers(folder);
  const { switcher } = await startDesk(folder);
  leaveTraces(folder, idOf(switcher, ana), `What ${ana} left`);
};

/** What version 1 left, verbatim but for who is in it. */
const versionOne = async (folder: string): Promise<void> => {
  const { registry } = foldersIn(folder);
  const users = emails.map((email, index) => ({
    serviceId: 'directory',
    identities: [],
    addedAtMs: 1_767_603_600_000,
    id: `0c8f5b1e-6d0a-4a55-9d59-1f6b6f0e2a0${index + 1}`,
    subject: `subject-of-${email}`,
    profile: { email, name: `Name-of-${email.split('@')[0]}` },
    initials: email.slice(0, 2).toUpperCase(),
    colour: index,
    state: 'authenticated',
    sessionKept: 'disk',
    isLocked: false,
    hasWayToUnlock: false,
  }));
  const [first, second] = users;
  const { storage } = await startDesk(folder);
  for (const { id, profile } of users)
    valueOf(await storage.vault.write(userIdSchema.parse(id), tokensOf(profile.email, 1)));
  mkdirSync(registry, { recursive: true, mode: 0o700 });
  const put = (name: string, value: object): void =>
    writeFileSync(join(registry, name), encodeChecksummed(value).text, { mode: 0o600 });
  for (const generation of ['', '.previous']) {
    put(`accounts${generation}.json`, { version: 1, users });
    put(`active${generation}.json`, { version: 1, activeId: first?.id, recent: [first?.id, second?.id] });
  }
};

export const sceneNames = [
  'logIn',
  'switchTo',
  'logOut',
  'remove',
  'removeOffline',
  'refresh',
  'move',
  'upgrade',
] as const;
export type SceneName = (typeof sceneNames)[number];

export const scenes: Readonly<Record<SceneName, Scene>> = {
  logIn: {
    title: 'a login',
    prepare: threeUsers,
    perform: (switcher) => logInByEmail(switcher, newcomer),
  },
  switchTo: {
    title: 'a switch',
    prepare: threeUsers,
    perform: (switcher) => switcher.switchTo(idOf(switcher, cleo)),
  },
  logOut: {
    title: 'a log out of the active account',
    prepare: threeUsers,
    perform: (switcher) => switcher.logOut(idOf(switcher, ana)),
  },
  remove: {
    title: 'a removal of the active account',
    removes: ana,
    prepare: withTraces,
    perform: (switcher) => switcher.remove(idOf(switcher, ana)),
  },
  removeOffline: {
    title: 'a removal while the service is away',
    removes: ana,
    isOffline: true,
    prepare: withTraces,
    perform: (switcher) => switcher.remove(idOf(switcher, ana)),
  },
  refresh: {
    title: 'a refresh',
    renews: ben,
    prepare: threeUsers,
    perform: (switcher) => switcher.callFunction(idOf(switcher, ben), 'anything', []),
  },
  move: {
    title: 'a move in the list',
    prepare: threeUsers,
    perform: (switcher) =>
      switcher.move(idOf(switcher, cleo), { side: 'before', userId: idOf(switcher, ana) }),
  },
  upgrade: {
    title: 'the upgrade of a store of version 1',
    prepare: versionOne,
    perform: async (switcher) => {
      await switcher.finishWhatWasLeft();
      return { ok: true, value: undefined };
    },
  },
};

/** A folder as the scene finds it, made once and copied. */
export const stageOf = async (scene: Scene, folder: string): Promise<(to: string) => void> => {
  await scene.prepare(folder);
  return (to) => cpSync(folder, to, { recursive: true });
};
