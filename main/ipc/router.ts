import type { z } from 'zod';
import {
  commands,
  type CommandInput,
  type CommandName,
  type CommandOutput,
} from '../../app/contract/commands.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Log } from '../../app/ports.ts';
import { causeText } from '../logging/cause-text.ts';
import type { CommandTable } from './command-table.ts';
import { invalidInput } from './invalid-input.ts';
import { limitsOf, messageProblemOf } from './message-size.ts';
import { plainReport } from './plain-report.ts';

export type Router = (command: unknown, input: unknown) => Promise<Outcome<unknown>>;

/**
 * Takes a message that came from our own window through its gates (size, contract) to its command, and the
 * answer back through the contract. Always answers a plain outcome: this is the one place that catches
 * everything, logs the cause once and says no more than `unexpected`.
 */
export const createRouter =
  (table: CommandTable, log: Log): Router =>
  async (command, input) => {
    const problem = messageProblemOf(input, limitsOf(command));
    if (problem) return fail({ code: 'invalidInput', field: 'command', problem });
    if (!isCommand(command)) return fail({ code: 'invalidInput', field: 'command', problem: 'malformed' });
    try {
      return await runCommand(table, command, input, log);
    } catch (cause) {
      log.warn('a command failed', { command, cause: causeText(cause) });
      return fail({ code: 'unexpected' });
    }
  };

/** The contract as pairs of one type each, so that the compiler keeps a command and its input together. */
const contract: {
  readonly [Name in CommandName]: {
    readonly input: z.ZodType<CommandInput<Name>>;
    readonly output: z.ZodType<CommandOutput<Name>>;
  };
} = commands;

const runCommand = async <Name extends CommandName>(
  table: CommandTable,
  command: Name,
  input: unknown,
  log: Log,
): Promise<Outcome<CommandOutput<Name>>> => {
  const parsed = contract[command].input.safeParse(input);
  if (!parsed.success) return fail(invalidInput(command, parsed.error));
  const outcome = await table[command](parsed.data);
  if (!outcome.ok) return fail(plainReport(outcome.error));
  const output = contract[command].output.safeParse(outcome.value);
  if (output.success) return succeed(output.data);
  const places = output.error.issues.map(({ code, path }) => `${code} at ${path.join('.')}`).join(', ');
  log.warn('the output of a command is not what the contract says', { command, places });
  return fail({ code: 'unexpected' });
};

const isCommand = (command: unknown): command is CommandName =>
  typeof command === 'string' && Object.hasOwn(commands, command);
