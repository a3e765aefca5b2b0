/** The App Services client app id under which the directory answers. */
export const DIRECTORY_APP_ID = 'hotseat-directory';
