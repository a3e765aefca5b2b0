/** The fixed texts of the requests that a person writes and of their answers. */
export const requestWords = {
  request: 'Request',
} as const;
