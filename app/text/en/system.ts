/** Tray, dock, jump list, notifications. */
export const system = {
  anonymous: 'Anonymous {number}',
} as const;
