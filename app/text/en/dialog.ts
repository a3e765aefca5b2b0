/** What dialogs of the system ask, and the page that a browser shows at the end of a login. */
export const dialog = {
  leave: {
    question: 'Leave this page?',
    detail: 'The page says that something on it is not saved. It is lost if you leave.',
    leave: 'Leave',
    stay: 'Stay',
  },
  callback: {
    signedIn: {
      heading: 'You are signed in',
      text: 'You can close this page and go back to Hotseat.',
    },
    notSignedIn: {
      heading: 'You are not signed in',
      text: 'You can close this page. Hotseat says what went wrong.',
    },
    refused: {
      heading: 'Nothing to see here',
      text: 'This page belongs to Hotseat, and to a sign-in that it did not ask for. You can close it.',
    },
  },
} as const;
