import { appLogIn } from './app-log-in.ts';
import { core } from './core.ts';
import type { Measure } from './measure.ts';
import { restart } from './restart.ts';
import { sessionsAtRest } from './sessions-at-rest.ts';
import { startAndMemory } from './start-and-memory.ts';
import { switchLatency } from './switch-latency.ts';

/** In the order in which they are taken. */
export const measures: readonly Measure[] = [
  startAndMemory,
  switchLatency,
  core,
  appLogIn,
  restart,
  sessionsAtRest,
];
