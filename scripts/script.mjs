import { indented, say } from './say.mjs';

/** An end that was foreseen: its message is the sentence a person reads, `details` what a tool printed. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {string} [details]
   */
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

/** @type {WeakSet<Stop>} */
const told = new WeakSet();

/**
 * Prints why something failed: a foreseen end as its sentence, with its details once; anything else with its
 * stack.
 * @param {unknown} error
 */
export function sayFailure(error) {
  if (!(error instanceof Stop))
    return say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (error.details.trim() !== '' && !told.has(error)) say(indented(error.details.trimEnd()));
  told.add(error);
  say(error.message);
}

/**
 * Runs a whole script: its number is the exit code, a failure is told and gives 1.
 * @param {() => Promise<number>} body
 */
export async function script(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}
