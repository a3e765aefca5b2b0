/** Pixels of a length in rem, for the few places that want numbers. */
export const remToPx = (rem: number): number =>
  rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
