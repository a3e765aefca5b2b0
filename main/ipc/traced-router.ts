import { commands } from '../../app/contract/commands.ts';
import type { Stopwatch } from '../../app/sessions/authorized-request.ts';
import type { LevelledLog } from '../logging/log.ts';
import type { Router } from './router.ts';

/** Logs of each command, for who wants to know, its name, what it came to and how long that took; nothing of its input. */
export const tracedRouter =
  (route: Router, log: Pick<LevelledLog, 'debug'>, stopwatch: Stopwatch): Router =>
  async (command, input) => {
    const fromMs = stopwatch.elapsedMs();
    const outcome = await route(command, input);
    log.debug('a command was answered', {
      command: typeof command === 'string' && Object.hasOwn(commands, command) ? command : 'none',
      outcome: outcome.ok ? 'done' : outcome.error.code,
      ms: Math.round(stopwatch.elapsedMs() - fromMs),
    });
    return outcome;
  };
