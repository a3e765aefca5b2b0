import { app, type WebContents } from 'electron';
import { keyPressOf, type WorkspaceKey } from './key-press.ts';

/** `from`: what had the keyboard focus when the key was pressed; otherwise it is what has it. */
export interface KeyActions {
  readonly chooseRow: (index: number) => void;
  readonly addAccount: () => void;
  readonly openSettings: () => void;
  readonly findInPage: () => void;
  readonly lock: () => void;
  readonly lockAll: () => void;
  readonly driveWorkspace: (action: WorkspaceKey, from?: WebContents) => void;
  readonly moveFocus: (from?: WebContents) => void;
}

/** Listens on every web contents before the page and the menu do, so that keys work wherever the focus is. */
export const listenToKeys = (actions: KeyActions): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      const press = keyPressOf(input, process.platform);
      if (!press) return;
      event.preventDefault();
      if (press.kind === 'row') actions.chooseRow(press.index);
      if (press.kind === 'addAccount') actions.addAccount();
      if (press.kind === 'settings') actions.openSettings();
      if (press.kind === 'findInPage') actions.findInPage();
      if (press.kind === 'lock') actions.lock();
      if (press.kind === 'lockAll') actions.lockAll();
      if (press.kind === 'workspace') actions.driveWorkspace(press.action, contents);
      if (press.kind === 'moveFocus') actions.moveFocus(contents);
    });
  });
};
