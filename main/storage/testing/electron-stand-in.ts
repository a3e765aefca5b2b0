import { EventEmitter } from 'node:events';

/** Stands in for Electron where only Node runs: just what electron-store asks of it. */
export const ipcMain = new EventEmitter();

export const app = {
  getPath: (name: string): string => `/nowhere/${name}`,
  getVersion: (): string => '0.0.0',
};

export const shell = {};
