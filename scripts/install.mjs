import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, toolNode } from './project.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';
import { Stop } from './script.mjs';

const stampPath = at('node_modules', '.hotseat-installed');

const wantedStamp = () =>
  `${createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')} ${process.platform}-${process.arch}`;

const isInstalled = () =>
  existsSync(toolNode) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wantedStamp();

/** Installs the npm packages of the lock file, unless exactly these are there already. */
export async function installPackages() {
  if (isInstalled()) return;
  await step('Installing the npm packages of the lock file', async () => {
    // On Windows `npm ci` cannot remove the Node that runs this very script; `install` replaces only what differs.
    const command = process.platform === 'win32' ? ['install', '--no-save'] : ['ci'];
    const { exitCode, output } = await npm([...command, '--no-audit', '--no-fund']);
    if (exitCode !== 0) throw new Stop('The npm packages could not be installed.', output);
    if (!existsSync(toolNode)) {
      throw new Stop(
        'npm ran no install scripts, so Node 24 is missing. Allow them: npm ci --ignore-scripts=false',
      );
    }
    writeFileSync(stampPath, wantedStamp());
  });
}

/**
 * Runs the npm that started this script, or the one on the path.
 * @param {string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 */
export function npm(args, options) {
  const entry = process.env['npm_execpath'] ?? '';
  // Not process.execPath: that may be the Node inside node_modules, which `npm ci` removes.
  const node = process.env['npm_node_execpath'];
  const quiet = ['--loglevel=error', ...args];
  return node !== undefined && entry.endsWith('npm-cli.js')
    ? run(node, [entry, ...quiet], options)
    : run('npm', quiet, options);
}
