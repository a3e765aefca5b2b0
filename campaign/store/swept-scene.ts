import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aftermathOf, idIn, isOldOrNew, textOf, tracesOf, type Look } from './aftermath.ts';
import { isCampaign } from '../tally.ts';
import { sceneNames, scenes, stageOf, type SceneName } from './scenes.ts';
import { killing, traceScene, type CallPoint, type Injection } from './traced-scene.ts';

export interface FaultResult {
  readonly injection: Injection;
  readonly isHit: boolean;
  readonly said: string | undefined;
  /** What was promised and does not hold, as sentences. */
  readonly broken: readonly string[];
}

export interface SweptScene {
  /** Every call of the scene that touches the store. */
  readonly points: readonly CallPoint[];
  /** Plays the scene on a fresh copy of its folder with the injection, and judges what is left. */
  suffer(injection: Injection): Promise<FaultResult>;
}

/** At how many calls at once; each is a process that hardly waits. */
const lanes = 2;

/** Plays the scene undisturbed, so that what a disturbed one leaves can be held against it. */
export const sweepScene = async (name: SceneName, folder: string): Promise<SweptScene> => {
  const scene = scenes[name];
  mkdirSync(folder, { recursive: true });
  const base = join(folder, 'base');
  const copyTo = await stageOf(scene, base);
  const removedId = scene.removes === undefined ? undefined : await idIn(base, scene.removes);
  let count = 0;
  const onCopy = async <T>(act: (copy: string, log: string) => Promise<T>): Promise<T> => {
    const copy = join(folder, `run-${(count += 1)}`);
    copyTo(copy);
    try {
      return await act(copy, `${copy}.strace`);
    } finally {
      for (const path of [copy, `${copy}.strace`]) rmSync(path, { recursive: true, force: true });
    }
  };
  const before = await onCopy(async (copy) => (await aftermathOf(copy)).look);
  const undisturbed = await onCopy(async (copy, log) => {
    const run = await traceScene({ folder: copy, scene: name }, log);
    return { ...run, ...(await aftermathOf(copy)) };
  });
  if (undisturbed.said !== 'done' || undisturbed.broken.length > 0)
    throw new Error(`The scene by itself: ${undisturbed.said}, ${undisturbed.broken.join('; ')}`);
  const { look: after, points } = undisturbed;
  const brokenPromises = (look: Look, said: string | undefined, injection: Injection): readonly string[] => {
    const { renews } = scene;
    const loggedOut = (account: string): string =>
      account.startsWith(`${renews} `) ? `${renews} loggedOut absent` : account;
    const ended = { ...after, accounts: after.accounts.map(loggedOut) };
    const ends = injection.tampering === killing ? [after] : [after, ended];
    const isDue = said === 'done' && renews === undefined;
    const rules: readonly (readonly [string, boolean])[] = [
      ['neither old nor new', ends.some((end) => isOldOrNew(look, before, end))],
      ['answered as done, and is not', !isDue || textOf(look) === textOf(after)],
    ];
    return rules.filter(([, holds]) => !holds).map(([rule]) => `${rule}:\n${textOf(look)}`);
  };
  const tracesLeft = (copy: string, { accounts }: Look): readonly string[] => {
    const { removes } = scene;
    if (removes === undefined || accounts.some((account) => account.startsWith(removes))) return [];
    return tracesOf(copy, removes, removedId ?? '').map((file) => `of a removed user, in ${file}`);
  };
  return {
    points,
    suffer: (injection) =>
      onCopy(async (copy, log) => {
        const { said, isHit } = await traceScene({ folder: copy, scene: name }, log, injection);
        const { look, broken } = await aftermathOf(copy);
        return {
          injection,
          isHit,
          said,
          broken: [...broken, ...brokenPromises(look, said, injection), ...tracesLeft(copy, look)],
        };
      }),
  };
};

/** All in the campaign; in the sample those two that write the most kinds of files. */
export const sweptScenes = (isCampaign ? sceneNames : (['logIn', 'remove'] as const)).map((name) => ({
  name,
  title: scenes[name].title,
}));

/** As many of them as wanted, spread over all. */
export const spread = <T>(all: readonly T[], wanted: number): readonly T[] => {
  const count = Math.min(wanted, all.length);
  return Array.from(
    { length: count },
    (_, index) => all[Math.floor(((index + 0.5) * all.length) / count)],
  ).flatMap((one) => (one === undefined ? [] : [one]));
};

/** What each comes to, some of them at a time. */
export const inLanes = async <T, R>(
  all: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results: R[] = [];
  const waiting = all.values();
  const lane = async (): Promise<void> => {
    for (const one of waiting) results.push(await work(one));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
};
