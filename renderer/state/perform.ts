import type { Outcome } from '../../app/contract/bridge.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../app/contract/commands.ts';
import { isWorthTelling, sentenceOf, type Occasion } from '../text/sentences.ts';
import { dismissAlert, showAlert } from './view.ts';

/** Runs a command of a surface that has no place of its own for its failure: the sentence goes to the one alert. */
export const perform = async <Name extends CommandName>(
  command: Name,
  input: CommandInput<Name>,
  occasion?: Occasion,
): Promise<Outcome<CommandOutput<Name>>> => {
  dismissAlert();
  const outcome = await window.hotseat.execute(command, input);
  if (!outcome.ok && isWorthTelling(outcome.error)) showAlert(() => sentenceOf(outcome.error, occasion));
  return outcome;
};
