/** Ways to log in. */
export const logIn = {} as const;
