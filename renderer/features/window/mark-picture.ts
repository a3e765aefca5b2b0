import { useEffect } from 'react';
import type { Snapshot } from '../../../app/contract/views.ts';
import { useActiveUser, useMirror } from '../../state/mirror.ts';
import { drawMark } from '../../ui/mark-drawing.ts';

/** The tray of Linux has one icon, which the desktop scales; others choose among sizes. */
const sides: Readonly<Record<Snapshot['platform'], readonly number[]>> = {
  linux: [64],
  win32: [16, 24, 32, 48],
  darwin: [18, 36],
};

/** Not in the frame of the switch. */
const withinMs = 500;

/** Draws the mark of whoever is active for where the page itself is not: tray and taskbar. */
export const MarkPicture = () => {
  const active = useActiveUser();
  const platform = useMirror((mirror) => mirror.platform);
  const isShown = useMirror(
    ({ settings }) => platform === 'win32' || settings.showsTray || settings.keepsRunning,
  );
  const initials = active?.initials;
  const colour = active?.colour;
  useEffect(() => {
    if (!isShown || initials === undefined || colour === undefined) return undefined;
    const waiting = requestIdleCallback(
      () => {
        const look = platform === 'darwin' ? 'cutOut' : 'coloured';
        const { fontFamily } = getComputedStyle(document.body);
        const layers = sides[platform].flatMap((side) => {
          const drawn = drawMark({ initials, colour, side, look, fontFamily });
          return drawn ? [{ side, pixels: base64Of(drawn.data) }] : [];
        });
        void window.hotseat.execute('keepMarkPicture', { initials, colour, layers });
      },
      { timeout: withinMs },
    );
    return () => cancelIdleCallback(waiting);
  }, [initials, colour, platform, isShown]);
  return undefined;
};

const base64Of = (bytes: Uint8ClampedArray): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
