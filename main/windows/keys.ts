import { app } from 'electron';
import { keyPressOf } from './key-press.ts';

export interface KeyActions {
  readonly chooseRow: (index: number) => void;
  readonly addAccount: () => void;
  readonly openSettings: () => void;
}

/** Listens on every web contents before the page and the menu do, so that keys work wherever the focus is. */
export const listenToKeys = ({ chooseRow, addAccount, openSettings }: KeyActions): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      const press = keyPressOf(input, process.platform);
      if (!press) return;
      event.preventDefault();
      if (press.kind === 'row') chooseRow(press.index);
      if (press.kind === 'addAccount') addAccount();
      if (press.kind === 'settings') openSettings();
    });
  });
};
