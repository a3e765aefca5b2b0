import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { at } from './project.mjs';

/**
 * A module is fetched with the name of the page that asks, and so is whatever has that attribute; the directory
 * alone refuses whoever comes with one. So the script is an ordinary one.
 * @type {import('vite').Plugin}
 */
const ordinaryTags = {
  name: 'ordinary-tags',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('type="module" crossorigin', 'defer').replace(' crossorigin', ''),
  },
};

/**
 * The directory's own page, built: three files by name. Fonts are within the style, since answers of the
 * directory are texts.
 */
async function builtFiles() {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: at('main', 'directory', 'notebook'),
    base: './',
    plugins: [ordinaryTags],
    build: {
      write: false,
      target: 'chrome140',
      modulePreload: false,
      assetsInlineLimit: 100_000,
      rollupOptions: {
        output: { entryFileNames: 'notebook.js', assetFileNames: 'notebook[extname]' },
      },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The page was built in another way');
  return built.output.map((part) => ({
    name: part.fileName,
    // Its names stay its own, as those of a module would.
    source: part.type === 'chunk' ? `(() => {${part.code}})();` : part.source,
  }));
}

/** @returns {import('vite').Plugin} for the build of main: the page lies beside the process that serves it */
export function notebookPage() {
  return {
    name: 'notebook-page',
    async generateBundle() {
      for (const { name, source } of await builtFiles())
        this.emitFile({ type: 'asset', fileName: `notebook/${name}`, source });
    },
  };
}

/** For the directory alone, which finds it where the build of the app has it. */
export async function buildNotebookPage() {
  const folder = at('out', 'main', 'notebook');
  mkdirSync(folder, { recursive: true });
  for (const { name, source } of await builtFiles()) writeFileSync(join(folder, name), source);
}
