import { utilityProcess } from 'electron';
import type { Log } from '../../app/ports.ts';
import { createDirectoryOutputLog } from './directory-output.ts';
import type { ForkDirectory } from './directory-process.ts';

/** All that a process needs to run and to put SQLite's temporary files somewhere. */
const passedOn = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

export const directoryProcessName = 'Hotseat directory';

/** The directory in a process of its own (Electron's utility process), with no argument and next to no environment. */
export const forkDirectory =
  (log: Log): ForkDirectory =>
  (modulePath) => {
    const child = utilityProcess.fork(modulePath, [], {
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.includes(name))),
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe'],
      serviceName: directoryProcessName,
    });
    for (const stream of [child.stdout, child.stderr]) {
      const write = createDirectoryOutputLog(log);
      stream?.setEncoding('utf8');
      stream?.on('data', (piece: string | Buffer) => write(piece.toString()));
    }
    // Its report describes the heap: only that it happened is kept.
    child.on('error', (type) => log.warn('directoryCrashed', { type }));
    return {
      send: (message) => child.postMessage(message, []),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => child.kill(),
    };
  };
