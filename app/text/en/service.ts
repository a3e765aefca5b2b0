/** Services and what they are asked for. */
export const service = {} as const;
