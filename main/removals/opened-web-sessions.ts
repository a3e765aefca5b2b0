import { basename } from 'node:path';
import { app } from 'electron';
import type { UserId } from '../../app/users/user.ts';

/** Knows which web sessions with a folder this run has opened. Call it before any is. */
export const noteOpenedWebSessions = (): ((userId: UserId) => boolean) => {
  const opened = new Set<string>();
  app.on('session-created', ({ storagePath }) => {
    if (storagePath !== null) opened.add(basename(storagePath));
  });
  return (userId) => opened.has(userId);
};
