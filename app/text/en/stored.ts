/** What became of stored accounts, and how sessions are kept. */
export const stored = {} as const;
