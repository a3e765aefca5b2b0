import { clipboard } from 'electron';
import type { Clipboard } from './secret-hand-out.ts';

/** The system's clipboard. Electron 42 answers at once, later ones with promises. */
export const systemClipboard: Clipboard = {
  readText: async () => clipboard.readText(),
  writeText: async (text) => clipboard.writeText(text),
};
