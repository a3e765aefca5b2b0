import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { at } from './project.mjs';

/**
 * The directory's own page, built: three files by name. Fonts are within the style, since answers of the
 * directory are texts.
 * @param {string} folder with the page's sources
 */
async function builtFiles(folder) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: folder,
    base: './',
    plugins: [withoutCrossOrigin],
    build: {
      write: false,
      target: 'chrome140',
      modulePreload: false,
      assetsInlineLimit: 100_000,
      rollupOptions: { output: { entryFileNames: 'notebook.js', assetFileNames: 'notebook[extname]' } },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The page was built in another way');
  return built.output.map((part) => ({
    name: part.fileName,
    source: part.type === 'chunk' ? part.code : part.source,
  }));
}

/**
 * With that attribute a browser says where a file is asked from, and the directory alone refuses whoever says so.
 * @type {import('vite').Plugin}
 */
const withoutCrossOrigin = {
  name: 'without-crossorigin',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll(' crossorigin', ''),
  },
};

/**
 * @param {string} folder as the build's configuration knows it: bundled into that, this module has moved
 * @returns {import('vite').Plugin} for the build of main: the page lies beside the process that serves it
 */
export function notebookPage(folder) {
  return {
    name: 'notebook-page',
    async generateBundle() {
      for (const { name, source } of await builtFiles(folder))
        this.emitFile({ type: 'asset', fileName: `notebook/${name}`, source });
    },
  };
}

/** For the directory alone, which finds it where the build of the app has it. */
export async function buildNotebookPage() {
  const folder = at('out', 'main', 'notebook');
  mkdirSync(folder, { recursive: true });
  for (const { name, source } of await builtFiles(at('main', 'directory', 'notebook')))
    writeFileSync(join(folder, name), source);
}
