/** One sentence for each failure: what happened and what to do. */
export const failure = {} as const;
