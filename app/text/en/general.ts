/** What the window says on most of its screens. */
export const general = {} as const;
