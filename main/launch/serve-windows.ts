import type { Snapshot } from '../../app/contract/views.ts';
import { done, succeed } from '../../app/outcome.ts';
import type { Stopwatch } from '../../app/sessions/authorized-request.ts';
import { askedBy } from '../audit/surface.ts';
import type { CommandTable } from '../ipc/command-table.ts';
import { quickRouter } from '../ipc/quick-router.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import { serveCommands, type ServedWindow } from '../ipc/serve-commands.ts';
import { tracedRouter } from '../ipc/traced-router.ts';
import type { LevelledLog } from '../logging/log.ts';
import type { MainWindow } from '../windows/main-window.ts';
import type { QuickWindow } from '../windows/quick-window.ts';
import type { Surface } from '../windows/surface.ts';

export interface ServedWindowsParts {
  /** Of the window; the small one has little of it. */
  readonly table: CommandTable;
  readonly window: Pick<MainWindow, 'contents'>;
  readonly quickWindow: Pick<QuickWindow, 'contents' | 'beginToTell'>;
  readonly surface: Pick<Surface, 'performForUser'>;
  readonly snapshot: () => Snapshot;
  readonly log: LevelledLog;
  readonly stopwatch: Stopwatch;
}

/** Answers what the pages of Hotseat's own windows ask. */
export const serveWindows = (parts: ServedWindowsParts): void => {
  const { table, window, quickWindow, surface, snapshot, log, stopwatch } = parts;
  const quickTable: CommandTable = {
    ...table,
    readSnapshot: async () => {
      quickWindow.beginToTell();
      return succeed(snapshot());
    },
    // It is gone by the time of the answer; the other window says what failed.
    performForUser: async ({ command, userId }) => {
      surface.performForUser(command, userId);
      return done;
    },
  };
  const served = (contents: ServedWindow['contents'], route: Router): ServedWindow => ({
    contents,
    route: (command, input) => askedBy('window', () => route(command, input)),
  });
  serveCommands(
    [
      served(() => window.contents, tracedRouter(createRouter(table, log), log, stopwatch)),
      served(() => quickWindow.contents, quickRouter(createRouter(quickTable, log))),
    ],
    log,
  );
};
