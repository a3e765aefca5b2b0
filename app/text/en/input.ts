/** What is wrong with what was typed into a field. */
export const input = {} as const;
