/** The quick switcher. */
export const quickSwitcher = {} as const;
