import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/* The least that an app of Electron can be: what it costs is Electron's. */
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1100, height: 760 });
  return window.loadFile(join(import.meta.dirname, 'index.html'));
});
