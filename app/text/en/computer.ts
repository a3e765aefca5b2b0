/** Start at login, tray and window. */
export const computer = {} as const;
