import { join } from 'node:path';
import { app } from 'electron';
import { serveApp } from './security/app-protocol.ts';
import { guardNavigation } from './security/navigation.ts';
import { closePermissions } from './security/permissions.ts';
import { openMainWindow } from './windows/main-window.ts';

const builtFolder = join(import.meta.dirname, '..', '..');

export const start = async (): Promise<void> => {
  app.on('session-created', closePermissions);
  guardNavigation();
  await app.whenReady();
  await serveApp(join(builtFolder, 'renderer'));
  openMainWindow({ preloadFolder: join(builtFolder, 'preload'), icon: undefined, title: 'Hotseat' });
};
