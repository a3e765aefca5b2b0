/** A list of accounts that is exported and imported. */
export const portable = {} as const;
