import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hotseatCommand } from '../e2e/fixtures/hotseat.ts';

const run = promisify(execFile);
const seeded = new Map<number, Promise<string>>();

/** The Electron that Hotseat runs on, and what it must be given here. */
export const electronCommand = (folder: string, profile: string) => {
  const { executablePath, args } = hotseatCommand(profile);
  if (executablePath === undefined)
    throw new Error('Run it by `npm run bench`, which knows the Electron to use');
  return { path: executablePath, args: [folder, ...args.slice(1)] };
};

/**
 * A folder of its own with that many users in it, all signed in; the first is active, unless nobody is to be, so
 * that there is no workspace. Zero is a first start.
 */
export const seededProfile = async (users: number, { isNobodyActive = false } = {}): Promise<string> => {
  const profile = await mkdtemp(join(tmpdir(), 'hotseat-bench-'));
  if (users === 0) return profile;
  const original = seeded.get(users) ?? seed(users);
  seeded.set(users, original);
  await cp(await original, profile, { recursive: true, preserveTimestamps: true });
  if (isNobodyActive)
    for (const name of ['active.json', 'active.previous.json'])
      await rm(join(profile, 'registry', name), { force: true });
  return profile;
};

export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 5 });

/** Removes what profiles are copied from. */
export const removeSeeds = async (): Promise<void> => {
  for (const profile of seeded.values()) await removeProfile(await profile);
  seeded.clear();
};

const seed = async (users: number): Promise<string> => {
  const profile = await mkdtemp(join(tmpdir(), 'hotseat-bench-seed-'));
  const { path, args } = electronCommand(join(import.meta.dirname, 'seed'), profile);
  const job = JSON.stringify({ profile, users });
  await run(path, args, { env: { ...process.env, HOTSEAT_SEED_JOB: job } });
  return profile;
};
