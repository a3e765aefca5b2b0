import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Notes which packages' code really is in what the build made: theirs are the licences that ship.
 * @param {string} file a list of their folders, as JSON
 * @returns {import('vite').Plugin}
 */
export const noteBundledPackages = (file) => ({
  name: 'note-bundled-packages',
  generateBundle(_options, bundle) {
    const folders = Object.values(bundle)
      .flatMap((output) => (output.type === 'chunk' ? Object.keys(output.modules) : []))
      .flatMap((module) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(module)?.[1] ?? []);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify([...new Set(folders)].toSorted()));
  },
});
