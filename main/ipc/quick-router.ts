import type { CommandName } from '../../app/contract/commands.ts';
import { fail } from '../../app/outcome.ts';
import type { Router } from './router.ts';

/** All that the small window of the quick switcher may ask. */
const quickCommands: ReadonlySet<unknown> = new Set<CommandName>([
  'readSnapshot',
  'findByText',
  'choose',
  'performCommand',
  'performForUser',
  'leaveQuickWindow',
]);

/** The same commands for a window that needs few of them: whoever takes it over gets no more. */
export const quickRouter =
  (route: Router): Router =>
  async (command, input) =>
    quickCommands.has(command) ? route(command, input) : fail({ code: 'deniedByPolicy' });
