import { resolve } from 'node:path';

export interface SplitArguments {
  /** What starts this program again. */
  readonly program: readonly string[];
  /** What was asked of it. */
  readonly own: readonly string[];
}

/** An app that is run from its sources has its folder among the arguments, and before it those of Electron. */
export const splitArguments = (argv: readonly string[], appPath: string | undefined): SplitArguments => {
  const at =
    appPath === undefined ? 0 : argv.findIndex((arg, index) => index > 0 && resolve(arg) === appPath);
  return at === -1
    ? { program: argv.slice(1), own: [] }
    : { program: argv.slice(1, at + 1), own: argv.slice(at + 1) };
};
