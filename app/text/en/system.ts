/** Tray, dock, jump list, notifications. */
export const system = {} as const;
