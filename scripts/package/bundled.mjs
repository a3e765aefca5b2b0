import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at, readJson } from '../project.mjs';

/** Where the build of a package notes what it bundled. */
const notesFolder = at('out', 'package', 'bundled');

/**
 * Everything of others that the last build for a package put into it; Electron is not in it.
 * @returns {{ folder: string, name: string, version: string, licence: string, author: unknown }[]} sorted by name
 */
export function bundledPackages() {
  const folders = new Set(readdirSync(notesFolder).flatMap((name) => readJson(join(notesFolder, name))));
  return [...folders]
    .map((folder) => {
      const { name, version, license, author } = readJson(join(folder, 'package.json'));
      return { folder, name: String(name), version: String(version), licence: String(license), author };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
