/** Dialogs of the system, and pages in the browser. */
export const dialog = {} as const;
