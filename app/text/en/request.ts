/** Requests, functions and copies for a terminal. */
export const request = {} as const;
