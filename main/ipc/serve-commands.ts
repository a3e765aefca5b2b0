import { ipcMain, type WebContents } from 'electron';
import { executeChannel } from '../../app/contract/channels.ts';
import { fail } from '../../app/outcome.ts';
import type { Log } from '../../app/ports.ts';
import type { Router } from './router.ts';
import { isFromOwnWindow } from './sender-gate.ts';

/** A window of Hotseat's own, and what its messages come to. */
export interface ServedWindow {
  readonly contents: () => WebContents | undefined;
  readonly route: Router;
}

/** Answers the windows on the one request channel, each in its own way, and nobody else. */
export const serveCommands = (windows: readonly ServedWindow[], log: Log): void => {
  let hasTold = false;
  ipcMain.handle(executeChannel, (event, command: unknown, input: unknown) => {
    const served = windows.find(({ contents }) => isFromOwnWindow(event, contents()));
    if (served) return served.route(command, input);
    // Told once: whoever floods the channel must not flood the log.
    if (!hasTold) log.warn('a message from outside the window was refused');
    hasTold = true;
    return fail({ code: 'deniedByPolicy' });
  });
};
