/** Keys and what they do. */
export const key = {} as const;
