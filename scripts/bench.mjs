import { runOnDesktop, testEnvironment } from './desktop.mjs';
import { prepareApp } from './prepare.mjs';
import { at, toolNode } from './project.mjs';
import { script } from './script.mjs';

/** Measures Hotseat, in the real app where it is about that: `npm run bench -- [name] [numbers of users]`. */
await script(async () =>
  runOnDesktop(
    toolNode,
    [at('bench', 'main.ts'), ...process.argv.slice(2)],
    testEnvironment(await prepareApp()),
  ),
);
