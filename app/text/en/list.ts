/** The list of accounts. */
export const list = {} as const;
