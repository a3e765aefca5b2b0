import { spawn } from 'node:child_process';
import { startSwitches } from '../../app/launch/launch-request.ts';

/** Waits for the process in its first argument to end, then becomes the rest of them. */
const afterTheOldOne = 'while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; shift; exec "$@"';

/**
 * Starts a program on Linux once this process is gone, with its own switches. Electron’s relaunch starts from the file
 * that was just replaced, or from an AppImage that is about to be unmounted.
 */
export const startAnew = (program: string, switches: readonly string[]): void => {
  spawn('/bin/sh', ['-c', afterTheOldOne, 'hotseat', String(process.pid), program, ...switches], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  }).unref();
};

/** What was chosen for this run and holds for the next; a link that was to be opened, or a command, does not. */
export const lastingSwitches = (args: readonly string[]): readonly string[] =>
  args.filter((arg) => arg.startsWith('--') && !ofOneRun.has(arg));

const ofOneRun: ReadonlySet<string> = new Set(Object.values(startSwitches));
