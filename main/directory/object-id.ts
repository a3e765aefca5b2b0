import type { Clock, Random } from './ports.ts';

/** 24 hex digits, four bytes of seconds and eight random ones: clients of App Services expect this shape. */
export function createObjectId(clock: Clock, random: Random): string {
  const seconds = Math.floor(clock() / 1000) >>> 0;
  return seconds.toString(16).padStart(8, '0') + Buffer.from(random(8)).toString('hex');
}
