/** Colours of accounts. */
export const colour = {} as const;
