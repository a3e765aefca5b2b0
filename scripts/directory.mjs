import { installPackages } from './install.mjs';
import { buildNotebookPage } from './notebook-page.mjs';
import { at, toolNode } from './project.mjs';
import { runInForeground } from './run.mjs';
import { script } from './script.mjs';

await script(async () => {
  await installPackages();
  await buildNotebookPage(at('main', 'directory', 'notebook'), at('out', 'main', 'notebook'));
  return runInForeground(toolNode, [at('main', 'directory', 'server.ts'), ...process.argv.slice(2)]);
});
