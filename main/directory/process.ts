import { notebookFolders } from './notebook-folders.ts';
import { openDirectory } from './open-directory.ts';
import { createWorkerPasswords } from './passwords.ts';
import { passwordWorkerUrl } from './password-worker-url.ts';
import { serveDirectoryProcess } from './serve-process.ts';
import type { ParentPort } from './serve-process.ts';
import { stderrLog, systemClock, systemRandom } from './system-ports.ts';

// Entry of Electron's utility process, which adds `parentPort` to Node's process.
const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };

if (parentPort === undefined) {
  process.stderr.write('The directory process has no parent; run server.ts to serve it on loopback.\n');
  process.exitCode = 1;
} else {
  const passwords = createWorkerPasswords({
    workerUrl: passwordWorkerUrl(import.meta.url),
    random: systemRandom,
    log: stderrLog,
  });
  serveDirectoryProcess({
    port: parentPort,
    log: stderrLog,
    open: ({ databaseFile, signingKey }) =>
      openDirectory({
        database: { file: databaseFile, ownsFolder: true },
        signingKey,
        passwords,
        clock: systemClock,
        random: systemRandom,
        log: stderrLog,
        notebook: notebookFolders(import.meta.url),
      }),
  });
}
