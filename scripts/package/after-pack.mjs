import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../script.mjs';
import { burnFuses } from './fuses.mjs';

/** Electron's own welcome page, which an unpacked runtime brings along. */
const welcome = join('resources', 'default_app.asar');

/** Where the program is in an unpacked app. @type {Record<string, string>} */
const programs = {
  darwin: join('Hotseat.app', 'Contents', 'MacOS', 'Hotseat'),
  win32: 'Hotseat.exe',
  linux: 'hotseat',
};

/**
 * Called by electron-builder when the app lies unpacked, before it is signed.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName }) {
  // The two halves of a universal app are joined first; its fuses are burnt into the whole.
  if (appOutDir.endsWith('-temp')) return;
  const program = programs[electronPlatformName];
  if (program === undefined)
    throw new Stop(`Nobody has said what the program is called on ${electronPlatformName}`);
  rmSync(join(appOutDir, welcome), { force: true });
  await burnFuses(join(appOutDir, program));
}
