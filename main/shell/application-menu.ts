import { Menu } from 'electron';
import type { Timers } from '../../app/ports.ts';
import type { Platform } from '../../app/surfaces/chord.ts';
import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import { menuTemplate, type MenuState } from './menu-template.ts';
import { renderAfterChanges, type Rendering } from './render-after-changes.ts';
import { speech } from './spoken.ts';

/** Renders the menu from what is to be shown. */
export const keepApplicationMenu = (
  read: () => MenuState,
  perform: (command: SurfaceCommand) => void,
  timers: Timers,
  platform: Platform,
): Pick<Rendering, 'invalidate'> =>
  renderAfterChanges(
    read,
    (state) => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, perform, platform))),
    timers,
    (state) => ({ ...state, bindings: [...state.bindings], language: speech.language }),
  );
