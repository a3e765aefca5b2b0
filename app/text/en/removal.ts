/** What a removal does and has done. */
export const removal = {} as const;
