/** Goes on what macOS begins: “Hotseat is trying to …”. */
export const touchIdReason = (name: string | undefined): string =>
  name === undefined ? 'unlock an account' : `unlock the account ${name}`;
