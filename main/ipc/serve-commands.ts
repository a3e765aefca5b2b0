import { ipcMain, type WebContents } from 'electron';
import { executeChannel } from '../../app/contract/channels.ts';
import { fail } from '../../app/outcome.ts';
import type { Log } from '../../app/ports.ts';
import type { Router } from './router.ts';
import { isFromOwnWindow } from './sender-gate.ts';

/** Answers the window on the one request channel, and nobody else. */
export const serveCommands = (route: Router, ownContents: () => WebContents | undefined, log: Log): void => {
  let hasTold = false;
  ipcMain.handle(executeChannel, (event, command: unknown, input: unknown) => {
    if (isFromOwnWindow(event, ownContents())) return route(command, input);
    // Told once: whoever floods the channel must not flood the log.
    if (!hasTold) log.warn('a message from outside the window was refused');
    hasTold = true;
    return fail({ code: 'deniedByPolicy' });
  });
};
