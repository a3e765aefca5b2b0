import { appLogIn } from './app-log-in.ts';
import { core } from './core.ts';
import type { Measure } from './measure.ts';
import { quickSwitcher } from './quick-switcher.ts';
import { restart } from './restart.ts';
import { scrolling } from './scrolling.ts';
import { sessionsAtRest } from './sessions-at-rest.ts';
import { startAndMemory } from './start-and-memory.ts';
import { coldSwitchLatency, switchLatency } from './switch-latency.ts';

/** In the order in which they are taken. */
export const measures: readonly Measure[] = [
  startAndMemory,
  switchLatency,
  coldSwitchLatency,
  quickSwitcher,
  core,
  appLogIn,
  restart,
  sessionsAtRest,
  scrolling,
];
