import { app, type WebContents } from 'electron';
import type { KeyInput, Platform } from '../../app/surfaces/chord.ts';
import { keyPressOf, type KeyBindings } from '../../app/surfaces/key-bindings.ts';
import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import type { HeldModifier } from './cycler.ts';

export interface KeyParts {
  readonly platform: Platform;
  bindings(): KeyBindings;
  perform(command: SurfaceCommand, asked: Asked): void;
  /** Is it for what goes on while keys are held? */
  hears(input: KeyInput): boolean;
  /** What is held, where it matters when it is let go. */
  awaitedRelease(): HeldModifier | undefined;
  /** No window has the keyboard any more. */
  blurred(): void;
}

/** How a command was asked for. */
export interface Asked {
  /** What had the keyboard focus. */
  readonly from?: WebContents;
  /** Still held down, by a key. */
  readonly heldBy?: HeldModifier | undefined;
}

/** Listens on every web contents before the page and the menu do, so that keys work wherever the focus is. */
export const listenToKeys = (parts: KeyParts): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      if (parts.hears(input)) return event.preventDefault();
      const press = keyPressOf(input, parts.bindings(), parts.platform);
      if (!press) return;
      event.preventDefault();
      if (press.kind === 'command') parts.perform(press.command, { from: contents, heldBy: heldBy(input) });
      keepHearing(contents, parts.awaitedRelease());
    });
    // What is shown over a page takes the keyboard from it while keys are held.
    contents.on('focus', () => keepHearing(contents, parts.awaitedRelease()));
  });
  app.on('browser-window-blur', () => parts.blurred());
};

/**
 * Chromium tells nothing of keys that are let go after one whose going down was prevented, until the next goes down.
 * So the modifier goes down once more, from within the event: later its release could have come before.
 */
const keepHearing = (contents: WebContents, held: HeldModifier | undefined): void => {
  if (held === undefined) return;
  const modifier = ({ Control: 'control', Meta: 'meta', Alt: 'alt' } as const)[held];
  contents.sendInputEvent({ type: 'keyDown', keyCode: held, modifiers: [modifier] });
};

const heldBy = ({ control, meta, alt }: KeyInput): HeldModifier | undefined => {
  if (control) return 'Control';
  if (meta) return 'Meta';
  return alt ? 'Alt' : undefined;
};
