import { Menu } from 'electron';
import type { Timers } from '../../app/ports.ts';
import type { Platform } from '../../app/surfaces/chord.ts';
import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import { menuTemplate, type MenuState } from './menu-template.ts';

/** A burst of switches renders the menu once, after it. */
const renderDelayMs = 150;

export interface ApplicationMenu {
  /** Something changed that the menu may show. */
  invalidate(): void;
}

/** Renders the menu from what is to be shown, off the switch's path, and only when it looks different. */
export const keepApplicationMenu = (
  read: () => MenuState,
  perform: (command: SurfaceCommand) => void,
  timers: Timers,
  platform: Platform,
): ApplicationMenu => {
  let isWaiting = false;
  let shown: string | undefined;
  const render = (): void => {
    isWaiting = false;
    const state = read();
    const looks = JSON.stringify({ ...state, bindings: [...state.bindings] });
    if (looks === shown) return;
    shown = looks;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, perform, platform)));
  };
  return {
    invalidate: () => {
      if (isWaiting) return;
      isWaiting = true;
      timers.after(renderDelayMs, render);
    },
  };
};
