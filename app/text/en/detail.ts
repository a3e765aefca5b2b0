/** Details of an account. */
export const detail = {} as const;
