import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

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
 * The directory's own page, built: three files by name. The style names the fonts, and whoever serves it puts those
 * of the window in.
 * @param {string} sourceFolder
 */
async function builtFiles(sourceFolder) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: sourceFolder,
    base: './',
    plugins: [ordinaryTags],
    build: {
      write: false,
      target: 'chrome140',
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        output: {
          entryFileNames: 'notebook.js',
          assetFileNames: ({ names }) => (names.some(isFont) ? '[name][extname]' : 'notebook[extname]'),
        },
      },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The page was built in another way');
  return built.output
    .filter(({ fileName }) => !isFont(fileName))
    .map((part) => ({
      name: part.fileName,
      // Its names stay its own, as those of a module would.
      source: part.type === 'chunk' ? `(() => {${part.code}})();` : part.source,
    }));
}

/** @param {string} name */
const isFont = (name) => name.endsWith('.woff2');

/**
 * For the build of main: the page lies beside the process that serves it.
 * @param {string} sourceFolder
 * @returns {import('vite').Plugin}
 */
export function notebookPage(sourceFolder) {
  return {
    name: 'notebook-page',
    async generateBundle() {
      for (const { name, source } of await builtFiles(sourceFolder))
        this.emitFile({ type: 'asset', fileName: `notebook/${name}`, source });
    },
  };
}

/**
 * For the directory alone, which finds it where the build of the app has it.
 * @param {string} sourceFolder
 * @param {string} folder
 */
export async function buildNotebookPage(sourceFolder, folder) {
  mkdirSync(folder, { recursive: true });
  for (const { name, source } of await builtFiles(sourceFolder)) writeFileSync(join(folder, name), source);
}
