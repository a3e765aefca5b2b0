import { useMirror } from './mirror.ts';

/** Chromium’s own size of text, which Electron leaves as it is. */
const plainRemPx = 16;

/** Pixels of one rem at the text size that is chosen now, for the few places that want numbers. */
export const useRemPx = (): number => useMirror(({ settings }) => (plainRemPx * settings.textPercent) / 100);
