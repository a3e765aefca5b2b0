import * as fc from 'fast-check';
import { commands, type CommandName } from '../../app/contract/commands.ts';
import { make, recipes, type Recipe } from './recipe.ts';

export interface MalformedMessage {
  readonly command: Recipe;
  readonly input: Recipe;
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
const names = Object.keys(commands).filter(isCommand);
const strangers = ['', 'eval', '__proto__', 'constructor', 'hasOwnProperty', 'readsnapshot', 'logIn '];
const named = (choices: readonly string[]): fc.Arbitrary<Recipe> =>
  fc.constantFrom(...choices).map((value) => ({ kind: 'plain', value }));

const anyMessage = fc
  .record({
    command: fc.oneof(
      { weight: 20, arbitrary: named(names) },
      { weight: 1, arbitrary: named(strangers) },
      { weight: 1, arbitrary: recipes },
    ),
    input: recipes,
  })
  .filter((message) => !isRight(message));

/** Would the contract take it? Then it is no malformed one. */
const isRight = ({ command, input }: MalformedMessage): boolean => {
  const name = names.find((one) => command.kind === 'plain' && command.value === one);
  if (name === undefined) return false;
  try {
    return commands[name].input.safeParse(make(input)).success;
  } catch {
    // Reading it runs what the page has put into it.
    return false;
  }
};

/** Always the same for a seed. */
export const malformedMessages = (count: number, seed: number): readonly MalformedMessage[] =>
  fc.sample(anyMessage, { numRuns: count, seed });

/**
 * A script that sends messages, all at once, by what `send` names there, a function of command and input, and is worth
 * how often each answer came. What the bridge itself does not let through comes as the error that it throws.
 */
export const sendingScript = (messages: readonly MalformedMessage[], send: string): string => `(async () => {
  const make = ${make.toString()};
  const send = ${send};
  const sent = ${JSON.stringify(messages)}.map(async ({ command, input }) => {
    try {
      return JSON.stringify(await send(make(command), make(input)));
    } catch (cause) {
      return 'thrown: ' + String(cause);
    }
  });
  const answers = {};
  for (const answer of await Promise.all(sent)) answers[answer] = (answers[answer] ?? 0) + 1;
  return answers;
})()`;
