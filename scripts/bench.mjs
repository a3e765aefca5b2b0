import { runOnDesktop, testEnvironment } from './desktop.mjs';
import { prepareApp } from './prepare.mjs';
import { at, toolNode } from './project.mjs';
import { script } from './script.mjs';

/** Measures Hotseat, in the real app where it is about that: `npm run bench -- [name] [numbers of users]`. */
await script(async () => {
  const runtime = await prepareApp();
  const env = { ...testEnvironment(runtime), HOTSEAT_BENCH_ELECTRON: runtime.version };
  return runOnDesktop(toolNode, [at('bench', 'main.ts'), ...process.argv.slice(2)], env);
});
