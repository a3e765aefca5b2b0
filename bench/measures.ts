import type { Measure } from './measure.ts';
import { restart } from './restart.ts';
import { sessionsAtRest } from './sessions-at-rest.ts';
import { startAndMemory } from './start-and-memory.ts';

/** In the order in which they are taken. */
export const measures: readonly Measure[] = [startAndMemory, restart, sessionsAtRest];
