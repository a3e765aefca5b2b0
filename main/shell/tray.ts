import { Menu, nativeImage, Tray, type NativeImage } from 'electron';
import type { SystemState } from '../../app/surfaces/system-state.ts';
import { trayTemplate, trayTooltip, type SystemActions } from './tray-template.ts';

/** What is drawn in one icon of the tray: 16 logical pixels on Windows, 18 on macOS; Linux scales by itself. */
const plainSides = { win32: 16, darwin: 18, linux: 64 };

export interface ShownTray {
  /** `mark`: of the active account; without one, the plain icon is shown. */
  render(state: SystemState, mark: NativeImage | undefined): void;
  remove(): void;
}

/**
 * The icon in the tray. Linux: the StatusNotifierItem of the session bus, where the desktop has somebody who shows it.
 */
export const createTray = (
  plainIcon: string,
  platform: keyof typeof plainSides,
  actions: SystemActions,
): ShownTray => {
  const side = plainSides[platform];
  const plain = nativeImage.createFromPath(plainIcon).resize({ width: side, height: side, quality: 'best' });
  /** Held, since one that is collected is gone from the tray. */
  const tray = new Tray(plain);
  // macOS and most of Linux open the menu by themselves.
  tray.on('click', () => {
    if (platform !== 'darwin') actions.openWindow();
  });
  return {
    render: (state, mark) => {
      tray.setImage(mark ?? plain);
      tray.setToolTip(trayTooltip(state));
      // Linux shows a changed menu only when it is set anew.
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(state, actions)));
    },
    remove: () => tray.destroy(),
  };
};
