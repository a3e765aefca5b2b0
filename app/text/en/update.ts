/** Newer versions. */
export const update = {} as const;
