import { app, session } from 'electron';
import type { CrashedProcess } from '../../app/diagnosis/crash-record.ts';
import { crashReasonSchema } from '../../app/diagnosis/crash-record.ts';
import { directoryProcessName } from '../identity/fork-directory.ts';
import type { CrashBook } from '../logging/crash-book.ts';

/** The signal that asks a process to end. */
const sigterm = 15;

/** Records what ends without being asked to, from here on, and that this run has come to its end. */
export const recordCrashes = (book: CrashBook): void => {
  const gone = (process: CrashedProcess, reason: string, exitCode: number): void => {
    // How Hotseat ends its directory, and a system its programs.
    if (reason === 'killed' && exitCode === sigterm) return;
    // A clean exit is none.
    const known = crashReasonSchema.safeParse(reason);
    if (known.success) book.record({ process, reason: known.data, exitCode });
  };
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) =>
    gone(contents.session === session.defaultSession ? 'window' : 'page', reason, exitCode),
  );
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) =>
    gone(processOf(type, name), reason, exitCode),
  );
  book.begin();
  app.on('quit', () => book.end());
  // Windows tells no `quit` where the computer goes down or its person logs out.
  app.on('browser-window-created', (_event, window) => window.on('session-end', () => book.end()));
};

const processOf = (type: string, name: string | undefined): CrashedProcess => {
  if (name === directoryProcessName) return 'directory';
  return type === 'GPU' ? 'gpu' : 'other';
};
