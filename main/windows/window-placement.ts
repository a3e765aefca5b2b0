import { screen, type BrowserWindow } from 'electron';
import type { Timers } from '../../app/ports.ts';
import { arrangementOf, placeInSight, type WindowPlace } from '../../app/surfaces/window-place.ts';
import type { WindowMemory } from './window-memory.ts';

/** A window that is being dragged has a place when it is let go. */
const settledAfterMs = 1_000;

/** Where the window stood in this arrangement of displays, so that it stands there again. Only after `ready`. */
export interface WindowPlacement {
  /** The place for a window that is about to be made. */
  current(): WindowPlace | undefined;
  /** Remembers where the window is put from now on, until it is closed. */
  follow(window: BrowserWindow): void;
}

export const createWindowPlacement = (memory: WindowMemory, timers: Timers): WindowPlacement => {
  const arrangement = (): string => arrangementOf(screen.getAllDisplays());
  const current = (): WindowPlace | undefined =>
    placeInSight(memory.placeIn(arrangement()), screen.getAllDisplays());
  return {
    current,
    follow: (window) => {
      let stopWaiting = (): void => undefined;
      const after = (run: () => void): void => {
        stopWaiting();
        stopWaiting = timers.after(settledAfterMs, run);
      };
      const keep = (): void => {
        if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
        const place = { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() };
        void memory.keepPlace(arrangement(), place);
      };
      const moved = (): void => after(keep);
      window.on('move', moved);
      window.on('resize', moved);
      window.on('maximize', moved);
      window.on('unmaximize', moved);
      // The system has pushed the window somewhere by then; where it stood in that arrangement is where it belongs.
      const displaysChanged = (): void =>
        after(() => {
          const place = window.isDestroyed() ? undefined : current();
          if (!place || window.isMinimized() || window.isFullScreen()) return;
          if (window.isMaximized()) window.unmaximize();
          window.setBounds(place.bounds);
          if (place.isMaximised) window.maximize();
        });
      screen.on('display-added', displaysChanged);
      screen.on('display-removed', displaysChanged);
      window.on('close', () => {
        stopWaiting();
        keep();
      });
      window.on('closed', () => {
        stopWaiting();
        screen.off('display-added', displaysChanged);
        screen.off('display-removed', displaysChanged);
      });
    },
  };
};
