/** Spans of time. */
export const time = {} as const;
