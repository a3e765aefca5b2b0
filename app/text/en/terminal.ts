/** The command line. */
export const terminal = {} as const;
