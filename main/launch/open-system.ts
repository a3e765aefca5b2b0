import { app } from 'electron';
import type { Log, Timers } from '../../app/ports.ts';
import { systemStateOf, type SystemSource } from '../../app/surfaces/system-state.ts';
import type { SurfaceState } from '../../app/surfaces/surface-commands.ts';
import type { Platform } from '../../app/surfaces/chord.ts';
import { allAskedBy } from '../audit/surface.ts';
import { reconcileLoginItem } from '../settings/login-item-settings.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { LoginItem } from '../shell/login-item.ts';
import { MarkPictures } from '../shell/mark-pictures.ts';
import { createSystemSurfaces, type SystemSurfaces } from '../shell/system-surfaces.ts';
import type { MainWindow } from '../windows/main-window.ts';
import type { Surface } from '../windows/surface.ts';

export interface SystemParts {
  readonly platform: Platform;
  readonly plainIcon: string;
  readonly feed: SystemSource;
  readonly surface: Surface;
  readonly window: Pick<MainWindow, 'open' | 'showOverlay'>;
  /** Without what the system is asked for. */
  readonly settings: SettingsBook;
  readonly loginItem: LoginItem;
  readonly timers: Timers;
  readonly log: Log;
  surfaceState(): SurfaceState;
  /** Do the rules let accounts be remembered, so that they may be named in a file? */
  mayNameAccounts(): boolean;
}

export interface OpenedSystem {
  readonly surfaces: SystemSurfaces;
  readonly pictures: MarkPictures;
}

/** Puts what Hotseat is outside of its window together. */
export const openSystem = (parts: SystemParts): OpenedSystem => {
  const { feed, settings, window } = parts;
  const asked = allAskedBy('menu', parts.surface);
  const pictures = new MarkPictures(() => surfaces.redraw());
  const surfaces = createSystemSurfaces({
    ...parts,
    pictures,
    state: () => systemStateOf(feed, parts.surfaceState()),
    settings: () => ({
      ...settings.current,
      namesAccountsInIconMenu: settings.current.namesAccountsInIconMenu && parts.mayNameAccounts(),
    }),
    showOverlay: (overlay) => window.showOverlay(overlay),
    actions: {
      choose: (userId) => asked.choose(userId),
      perform: (command) => asked.perform(command),
      openWindow: () => window.open(),
      quit: () => app.quit(),
    },
  });
  return {
    pictures,
    surfaces: {
      ...surfaces,
      begin: () => {
        surfaces.begin();
        void reconcileLoginItem(settings, parts.loginItem);
      },
    },
  };
};
