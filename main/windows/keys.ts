import { app, type WebContents } from 'electron';
import type { Platform } from '../../app/surfaces/chord.ts';
import { keyPressOf, type KeyBindings } from '../../app/surfaces/key-bindings.ts';
import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';

export interface KeyParts {
  readonly platform: Platform;
  bindings(): KeyBindings;
  /** `from`: what had the keyboard focus when the key was pressed. */
  perform(command: SurfaceCommand, from: WebContents): void;
}

/** Listens on every web contents before the page and the menu do, so that keys work wherever the focus is. */
export const listenToKeys = (parts: KeyParts): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      const press = keyPressOf(input, parts.bindings(), parts.platform);
      if (!press) return;
      event.preventDefault();
      if (press.kind === 'command') parts.perform(press.command, contents);
    });
  });
};
