/** The two channels between the window and main: requests one way, changes the other. */
export const executeChannel = 'hotseat:execute';
export const changesChannel = 'hotseat:changes';

/** The scheme and origin that the window is served from. */
export const appScheme = 'app';
export const appOrigin = 'app://hotseat';
