import { spawn } from 'node:child_process';
import { at, toolEntry, toolNode } from './project.mjs';
import { indented } from './say.mjs';
import { Stop } from './script.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] the whole environment; this process's own without it
 * @property {string} [cwd] the project's folder without it
 * @property {boolean} [isLive] print the program's lines as they come, indented
 * @property {number} [timeoutMs] end it after this long, as a failure
 */

/**
 * Runs a program to its end. A program that cannot be started ends with 127.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
export function run(command, args, { env = process.env, cwd = at(), isLive = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
    let output = '';
    let pending = '';
    /** @param {string} text */
    const take = (text) => {
      output += text;
      if (!isLive) return;
      const lines = (pending + text).split('\n');
      pending = lines.pop() ?? '';
      for (const line of lines) process.stdout.write(`${indented(line)}\n`);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ exitCode: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      if (pending !== '') process.stdout.write(`${indented(pending)}\n`);
      resolve({ exitCode: code ?? 1, output: signal === null ? output : `${output}Ended by ${signal}.\n` });
    });
  });
}

/**
 * Runs a package's command under the tools' Node; anything but success is a {@link Stop} with its output.
 * @param {string} packageName
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function runTool(packageName, args, options = {}) {
  const { exitCode, output } = await run(toolNode, [toolEntry(packageName), ...args], options);
  if (exitCode !== 0) throw new Stop(`${packageName} ended with ${exitCode}.`, options.isLive ? '' : output);
  return output;
}

/**
 * Runs a program that talks to the person itself, and passes an end signal on.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export function runInForeground(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: at(), env, stdio: 'inherit' });
    const pass = () => child.kill('SIGTERM');
    process.once('SIGTERM', pass);
    // The terminal sends this one to the child as well; this process waits for it.
    process.once('SIGINT', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
