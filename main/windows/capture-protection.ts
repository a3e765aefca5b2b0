/** What of a window it takes; Electron's `BrowserWindow` has it. */
export interface CapturedWindow {
  setContentProtection(isOn: boolean): void;
}

export interface CaptureProtectionParts {
  readonly isWanted: () => boolean;
  /** Hears when that may be another. */
  readonly subscribe: (listener: () => void) => void;
  readonly windows: () => readonly CapturedWindow[];
  /** Hears of every window that comes, whoever opens it. */
  readonly onWindow: (listener: (window: CapturedWindow) => void) => void;
}

/**
 * Keeps every window of Hotseat out of pictures of the screen, as long as that is wanted. On Linux Electron's call
 * does nothing. Not run yet on macOS and Windows.
 */
export const protectFromCapture = ({
  isWanted,
  subscribe,
  windows,
  onWindow,
}: CaptureProtectionParts): void => {
  let isOn = isWanted();
  onWindow((window) => {
    // Not asked for, a window is left as the system has it.
    if (isOn) window.setContentProtection(true);
  });
  subscribe(() => {
    if (isWanted() === isOn) return;
    isOn = isWanted();
    for (const window of windows()) window.setContentProtection(isOn);
  });
};
