import { runOnDesktop, testEnvironment } from './desktop.mjs';
import { at, toolEntry, toolNode } from './project.mjs';
import { runInForeground } from './run.mjs';

/**
 * Runs specs in the real app: on the test desktop on Linux, on the person's own elsewhere.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} exit code
 */
export function runPlaywright(runtime, args, env = {}) {
  const command = [toolEntry('playwright'), 'test', '--config', at('e2e', 'playwright.config.ts'), ...args];
  const variables = { ...testEnvironment(runtime), ...env };
  return process.platform === 'linux'
    ? runOnDesktop(toolNode, command, variables)
    : runInForeground(toolNode, command, { ...process.env, ...variables });
}
