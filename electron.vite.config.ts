import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { leaveOutLanguages, leaveOutUnused } from './scripts/left-out.mjs';
import { compileMessages } from './scripts/messages.mjs';
import { packLanguages } from './scripts/packed-languages.mjs';
import { notebookPage } from './scripts/notebook-page.mjs';
import { noteBundledPackages } from './scripts/package/bundled-packages.mjs';

const at = (path: string) => resolve(import.meta.dirname, path);

/**
 * Placeholder that Vite writes wherever the page needs a CSP nonce; the `app://` handler in main replaces it
 * with a fresh nonce in every response.
 */
const noncePlaceholder = '__HOTSEAT_CSP_NONCE__';

/** Packages have guards built in, and are small; what developers run can be read. */
const isPackage = process.env['HOTSEAT_BUILD'] === 'package';

const pseudoLanguages = { __PSEUDO_LANGUAGES__: JSON.stringify(!isPackage) };

export default defineConfig({
  main: {
    plugins: [
      notebookPage(at('main/directory/notebook')),
      leaveOutUnused(),
      compileMessages(),
      isPackage && noteBundledPackages(at('out/package/bundled/main.json')),
    ],
    define: { __PACKAGED_GUARDS__: JSON.stringify(isPackage), ...pseudoLanguages },
    build: {
      outDir: 'out/main',
      minify: isPackage,
      rollupOptions: {
        input: {
          index: at('main/index.ts'),
          directory: at('main/directory/process.ts'),
          // Runs alone, for tests and developers.
          ...(isPackage ? {} : { 'directory-server': at('main/directory/server.ts') }),
          'key-derivation-worker': at('main/locks/key-derivation-worker.ts'),
          'password-worker': at('main/directory/password-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [isPackage && noteBundledPackages(at('out/package/bundled/preload.json'))],
    build: {
      outDir: 'out/preload',
      minify: isPackage,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    html: { cspNonce: noncePlaceholder },
    define: pseudoLanguages,
    plugins: [
      react(),
      leaveOutLanguages(),
      compileMessages(),
      packLanguages(),
      isPackage && noteBundledPackages(at('out/package/bundled/renderer.json')),
    ],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: at('renderer/index.html'),
        output: {
          // By their names: main's directory serves them too (main/directory/notebook-folders.ts).
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.woff2'))
              ? 'assets/[name][extname]'
              : 'assets/[name]-[hash][extname]',
        },
      },
    },
  },
});
