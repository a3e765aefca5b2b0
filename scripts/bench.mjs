import { runOnDesktop, testEnvironment } from './desktop.mjs';
import { prepareApp } from './prepare.mjs';
import { at, toolNode } from './project.mjs';
import { script } from './script.mjs';

/** Runs one measurement of bench/ in the real app: `npm run bench -- <name> [its arguments]`. */
await script(async () => {
  const [name = 'sessions-at-rest', ...rest] = process.argv.slice(2);
  return runOnDesktop(toolNode, [at('bench', `${name}.mjs`), ...rest], testEnvironment(await prepareApp()));
});
