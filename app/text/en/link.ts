/** Links that ask for something. */
export const link = {} as const;
