/** The page of an account and its tools. */
export const workspace = {} as const;
