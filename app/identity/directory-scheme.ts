/** The directory's own scheme and origin: its page and its protocol, inside Hotseat only. No socket is behind it. */
export const directoryScheme = 'directory';
export const directoryOrigin = 'directory://hotseat';
