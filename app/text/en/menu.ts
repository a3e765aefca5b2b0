/** Menus and what every command is called. */
export const menu = {} as const;
