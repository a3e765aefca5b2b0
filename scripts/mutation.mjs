import { parseArgs } from 'node:util';
import { at, toolEntry, toolNode } from './project.mjs';
import { run } from './run.mjs';
import { script } from './script.mjs';

const leftOut = ['!app/**/*.test.ts', '!app/**/testing/**'];

/**
 * The mutation check: `npm run mutation [-- users sessions]`. Breaks the core in one place at a time, and fails where
 * the tests of the core notice too few of those: campaign/mutation/stryker.config.json says where, and how many.
 */
await script(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const folders = positionals.map((folder) => `app/${folder}/**/*.ts`);
  const chosen = folders.length === 0 ? [] : ['--mutate', [...folders, ...leftOut].join()];
  const command = [
    toolEntry('@stryker-mutator/core'),
    'run',
    at('campaign', 'mutation', 'stryker.config.json'),
  ];
  return (await run(toolNode, [...command, ...chosen], { isLive: true })).exitCode;
});
