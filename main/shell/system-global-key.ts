import { globalShortcut } from 'electron';
import type { GlobalKey } from '../windows/key-book.ts';

/** Hears one key in every program, by the system's word: X11, Wayland's portal, Windows or macOS. */
export const createGlobalKey = (onPress: () => void): GlobalKey => {
  let current: string | undefined;
  return {
    set: (key) => {
      if (key === current) return true;
      if (current !== undefined) globalShortcut.unregister(current);
      current = undefined;
      if (key === undefined) return true;
      if (!globalShortcut.register(key, onPress)) return false;
      current = key;
      return true;
    },
  };
};
