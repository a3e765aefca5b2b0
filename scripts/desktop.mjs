import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { at, isRoot } from './project.mjs';
import { indented, say } from './say.mjs';
import { requireDesktopPrograms } from './system-packages.mjs';

/**
 * What a spec needs to start the app.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Record<string, string>}
 */
export const testEnvironment = (runtime) => ({
  HOTSEAT_TEST_ELECTRON: runtime.executable,
  ...(isRoot ? { HOTSEAT_TEST_NO_SANDBOX: '1' } : {}),
});

/** Of the person's own desktop; the test desktop has its own of each, or none. */
const foreignVariables = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'DBUS_SESSION_BUS_ADDRESS',
  'GNOME_KEYRING_CONTROL',
  'SSH_AUTH_SOCK',
  'XDG_CURRENT_DESKTOP',
];

/**
 * Runs a program on a desktop of its own: a display with a window manager, a session bus, an unlocked
 * gnome-keyring, an empty home. Nothing of it touches the person's own, and none of its processes outlives it.
 *
 * The program sees DISPLAY and DBUS_SESSION_BUS_ADDRESS. To start the app where there is no keyring, give it
 * `DBUS_SESSION_BUS_ADDRESS=disabled:` (without the variable a new bus would be started).
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] in addition to this process's own
 * @returns {Promise<number>} the program's exit code
 */
export async function runOnDesktop(command, args, env = {}) {
  requireDesktopPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-desktop-'));
  const id = randomUUID();
  let ended;
  try {
    ended = await runSession(command, args, { ...desktopEnvironment(folder), ...env, HOTSEAT_DESKTOP: id });
  } finally {
    const left = await endProcessesOf(id);
    if (left.length > 0)
      say(indented(`Ended what was still running on the test desktop: ${left.join(', ')}`));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  // The desktop is down; now the signal may do to this process what it came for.
  if (ended.signal !== undefined) process.kill(process.pid, ended.signal);
  return ended.exitCode;
}

/**
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
function desktopEnvironment(folder) {
  const own = {
    HOME: join(folder, 'home'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  for (const path of Object.values(own)) mkdirSync(path, { mode: 0o700 });
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...own, XDG_SESSION_TYPE: 'x11' };
  for (const name of foreignVariables) delete env[name];
  // No accessibility bus, settings daemon or virtual file systems: they would be started and stay for a while.
  return {
    ...env,
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
    GIO_USE_VFS: 'local',
    GTK_USE_PORTAL: '0',
  };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ exitCode: number, signal: NodeJS.Signals | undefined }>} the signal that ended it early
 */
function runSession(command, args, env) {
  return new Promise((resolve, reject) => {
    // The session ends when its standard input does: so it ends with this process, however that ends.
    const session = spawn(
      'dbus-run-session',
      ['--', process.execPath, at('scripts', 'desktop-session.mjs'), command, ...args],
      // The bus's own complaints are nobody's concern: the program's errors travel on a third way out.
      { cwd: at(), env, stdio: ['pipe', 'inherit', 'ignore', 2], detached: true },
    );
    /** @type {NodeJS.Signals | undefined} */
    let received;
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      received = signal;
      session.stdin?.end();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
    session.on('error', reject);
    session.on('close', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve({ exitCode: code ?? 1, signal: received });
    });
  });
}

/**
 * Ends the processes that carry the desktop's mark, each by its id.
 * @param {string} id
 * @returns {Promise<string[]>} their names
 */
async function endProcessesOf(id) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGTERM', 'SIGKILL', 'SIGKILL'])) {
    // What the bus had started ends by itself, a moment after the bus.
    await delay(names.size === 0 ? 50 : 500);
    const left = processesOf(id);
    if (left.length === 0) break;
    for (const { pid, name } of left) {
      names.add(name);
      endProcess(pid, signal);
    }
  }
  return [...names];
}

/** @param {string} id */
function processesOf(id) {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`HOTSEAT_DESKTOP=${id}`)) return [];
        return [{ pid: Number(pid), name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() }];
      } catch {
        return []; // it ended meanwhile, or is somebody else's
      }
    });
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function endProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // it ended by itself
  }
}
