/** What a command for several accounts came to. */
export const several = {} as const;
