// Runs inside `dbus-run-session`, started by desktop.mjs: brings the desktop up, runs the program, takes it down.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from './run.mjs';

const readyTimeoutMs = 15_000;

/** Where errors go: the standard way is shared with the bus. */
const errorsOut = 3;

/** @param {string} sentence */
const complain = (sentence) => writeSync(errorsOut, `${sentence}\n`);

/** @type {import('node:child_process').ChildProcess[]} */
const parts = [];

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 */
function start(command, args, stdio) {
  const part = spawn(command, args, { stdio });
  part.on('error', (error) => complain(`${command}: ${error.message}`));
  parts.push(part);
  return part;
}

/** Starts the display on a number that is free and says which. */
async function startDisplay() {
  const screen = ['-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-noreset'];
  const display = start('Xvfb', ['-displayfd', '3', ...screen], ['ignore', 'ignore', 'ignore', 'pipe']);
  const number = display.stdio[3];
  let text = '';
  number?.on('data', (chunk) => (text += String(chunk)));
  await until('the display', async () => text.endsWith('\n'));
  process.env['DISPLAY'] = `:${text.trim()}`;
}

async function startWindowManager() {
  const mark = join(process.env['XDG_RUNTIME_DIR'] ?? '', 'window-manager-ready');
  start('openbox', ['--startup', `touch ${mark}`], 'ignore');
  await until('the window manager', async () => existsSync(mark));
}

/** Its keyring lives in XDG_DATA_HOME, locked with a password that nobody needs again. */
async function startKeyring() {
  const keyring = start(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    ['pipe', 'ignore', 'ignore'],
  );
  keyring.stdin?.end(randomBytes(16).toString('hex'));
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
  ];
  await until('the keyring', async () => {
    const { output } = await run('dbus-send', [...question, 'string:org.freedesktop.secrets']);
    return output.includes('boolean true');
  });
}

/**
 * @param {string} what
 * @param {() => Promise<boolean>} isReady
 */
async function until(what, isReady) {
  const givenUpAtMs = performance.now() + readyTimeoutMs;
  while (!(await isReady())) {
    if (performance.now() > givenUpAtMs)
      throw new Error(`The test desktop did not come up: no sign of ${what}.`);
    await delay(25);
  }
}

/** Ends a part, by force if it does not listen. @param {import('node:child_process').ChildProcess} part */
async function end(part) {
  if (part.exitCode !== null || part.signalCode !== null || part.pid === undefined) return;
  const ended = new Promise((resolve) => part.once('exit', resolve));
  part.kill('SIGTERM');
  const timer = setTimeout(() => part.kill('SIGKILL'), 2_000);
  await ended;
  clearTimeout(timer);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function runProgram(command, args) {
  return new Promise((resolve) => {
    const program = start(command, args, ['ignore', 'inherit', errorsOut]);
    program.on('error', () => resolve(127));
    program.on('exit', (code) => resolve(code ?? 1));
    process.stdin.on('end', () => void end(program)).resume();
  });
}

const [, , command = '', ...args] = process.argv;
let exitCode = 1;
try {
  await startDisplay();
  await Promise.all([startWindowManager(), startKeyring()]);
  exitCode = await runProgram(command, args);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
}
for (const part of parts.toReversed()) await end(part);
process.exit(exitCode);
