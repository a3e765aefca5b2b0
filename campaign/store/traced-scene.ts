import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { SceneJob } from './scene-process.ts';

/** Without strace nothing can be done to a single call to the system. */
export const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** Calls that change what is on disk, or make it durable. */
const changingCalls = [
  'write',
  'pwrite64',
  'fsync',
  'fdatasync',
  'rename',
  'link',
  'unlink',
  'unlinkat',
  'rmdir',
  'mkdir',
  'ftruncate',
  'fchmod',
  'chmod',
] as const;
export type ChangingCall = (typeof changingCalls)[number];

/** The nth call of that name which the process makes. */
export interface CallPoint {
  readonly call: ChangingCall;
  readonly nth: number;
}

/** What is done to a call: as strace's `inject` spells it, and whether to all that follow it too. */
export interface Injection {
  readonly point: CallPoint;
  readonly tampering: string;
  /** `3` for this call and the two after it, `all` for all of its name. */
  readonly times: 1 | 3 | 'all';
}

/** The tampering that ends the process before the call takes place. */
export const killing = 'signal=SIGKILL';

export interface TracedRun {
  /** What the scene came to, where it came to anything: `done`, or the code of an error. */
  readonly said: string | undefined;
  /** Calls that touched the folder. */
  readonly points: readonly CallPoint[];
  /** Did the injection meet a call that touches the folder? */
  readonly isHit: boolean;
}

/** A scene that is not over by then hangs, and counts as ended. */
const hungAfterMs = 120_000;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Plays the scene under strace, which watches its first thread: that is where the stores call the system. */
export const traceScene = async (job: SceneJob, log: string, injection?: Injection): Promise<TracedRun> => {
  const child = spawn(
    'strace',
    [
      '-o',
      log,
      '-y',
      '-s',
      '0',
      '-e',
      'signal=none',
      '-e',
      `trace=${changingCalls.join(',')}`,
      ...(injection ? ['-e', `inject=${textOf(injection)}`] : []),
      process.execPath,
      '--import',
      here('../../main/storage/testing/use-electron-stand-in.ts'),
      here('scene-process.ts'),
      JSON.stringify(job),
    ],
    {
      // A group of its own: strace alone, when it is ended, lets go of what it watches.
      detached: true,
      stdio: ['ignore', 'pipe', injection ? 'ignore' : 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'hotseat-compile-cache') },
    },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  const limit = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), hungAfterMs);
  const said = (await text(child.stdout)).trim();
  await ended;
  clearTimeout(limit);
  const points = pointsIn(readFileSync(log, 'utf8'), job.folder);
  return {
    said: said === '' ? undefined : said,
    points,
    isHit: points.some(({ call, nth }) => call === injection?.point.call && nth === injection.point.nth),
  };
};

const textOf = ({ point, tampering, times }: Injection): string => {
  const last = times === 'all' ? '+' : times === 1 ? '' : `..${point.nth + times - 1}`;
  return `${point.call}:${tampering}:when=${point.nth}${last}`;
};

const pointsIn = (log: string, folder: string): readonly CallPoint[] => {
  const counts = new Map<string, number>();
  return log.split('\n').flatMap((line) => {
    const call = changingCalls.find((name) => line.startsWith(`${name}(`));
    if (call === undefined) return [];
    const nth = (counts.get(call) ?? 0) + 1;
    counts.set(call, nth);
    return line.includes(folder) ? [{ call, nth }] : [];
  });
};
