import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const projectFolder = resolve(import.meta.dirname, '..');

/**
 * Absolute path of something in the project; the project's own folder without parts.
 * @param {...string} parts
 */
export const at = (...parts) => join(projectFolder, ...parts);

/**
 * The Node that the tools run under: several of them need more than the oldest Node a newcomer may have. It
 * comes with the npm packages.
 */
export const toolNode = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The script behind a package's command. Started with {@link toolNode}, it needs no shell on any system.
 * @param {string} packageName
 */
export function toolEntry(packageName) {
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = readJson(at('node_modules', packageName, 'package.json'));
  const entry = typeof bin === 'string' ? bin : (bin[packageName] ?? Object.values(bin)[0]);
  if (entry === undefined) throw new Error(`The package ${packageName} has no command.`);
  return at('node_modules', packageName, entry);
}

/**
 * @param {string} path
 * @returns {any}
 */
export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether this process runs as root on a system that knows one. */
export const isRoot = process.getuid?.() === 0;
