/** The fixed texts of logging in and of the mails around it. */
export const logInWords = {
  way: 'Way',
  ways: {
    emailPassword: 'E-mail and password',
    apiKey: 'API key',
    customToken: 'Custom token',
    customFunction: 'Custom function',
  },
  apiKey: 'API key',
  token: 'Token',
  tokenHint: 'A token that another issuer gave you, and that this service trusts.',
  arguments: 'Arguments',
  argumentsHint: 'What the log-in function of the service expects, as a JSON object.',
  argumentsExample: '{ "badge": "1234" }',
  addService: 'Add a service…',
  newAnonymous: 'New anonymous account',

  issuerLead: (service: string) =>
    `${service} asks who you are on its own page, in the browser. Hotseat never sees your password.`,
  issuerAgainLead: (service: string, name: string) =>
    `Prove it at ${service} once more. It must be ${name}: anybody else is refused.`,
  continueInBrowser: 'Continue in the browser',
  useDeviceCode: 'Use a code on another device',
  askingIssuer: 'Asking the issuer…',
  browserIsOpen: 'The browser is open. Log in there, then come back here.',
  browserHint:
    'If it does not show the page, open it again, or copy the address into a browser of your choice.',
  openAgain: 'Open again',
  copyAddress: 'Copy address',
  addressIsCopied: 'The address is in the clipboard.',
  deviceLead: 'Open this page on any device, log in there, and enter the code.',
  page: 'Page',
  code: 'Code',
  qrTitle: (host: string) => `QR code that opens the page at ${host}`,
  openHere: 'Open on this computer',
  codeIsGoodFor: 'The code is good for',
  codeRanOut: 'The code has run out.',

  websiteLead: (service: string) =>
    `Say what you call this account. Then sign in on the page of ${service} itself, which opens in a space of its own.`,
  websiteAgainLead: (service: string, name: string) =>
    `Sign in on the page of ${service} as ${name}. Whether it is really ${name}, only you can see.`,
  openPage: 'Open the page',
  pageIsOpen: 'The page is open. Sign in there, then say that you are signed in.',
  signInOnPage: (service: string, name: string) => `Sign in to ${service} as ${name} on this page.`,
  signedIn: 'I’m signed in',
  signInGaveWay: 'The sign-in on the page was given up, since another account is active now.',

  forgotPassword: 'Forgot password?',
  sendConfirmationAgain: 'Send the confirmation again',
  resetTitle: 'Set a new password',
  confirmTitle: 'Confirm the e-mail',
  resetLead:
    'The service sends a mail to the address of the account. What it says lets you set a new password.',
  confirmLead: 'The service sends its mail once more. What it says confirms that the address is yours.',
  sendMail: 'Send the mail',
  sendingMail: 'Asking for the mail…',
  haveMail: 'I have the mail already',
  withoutMail: 'The service resets without a mail',
  confirmByFunction: 'The service confirms without a mail',
  enterMail:
    'Enter what the mail says. You can also paste its whole link into the first field. If there is no mail, the service may not know that address.',
  tokenId: 'Token id',
  newPassword: 'New password',
  setPassword: 'Set the password',
  settingPassword: 'Setting the password…',
  passwordIsSet: 'The new password is set. Log in with it.',
  confirm: 'Confirm',
  confirming: 'Confirming…',
  isConfirmed: 'The e-mail is confirmed. Log in now.',
  confirmationAsked: 'The service was asked to confirm the e-mail. Log in once it has.',
  byFunctionLead:
    'A function of the service sets the new password. It may want arguments: ask whoever looks after the service.',
  functionArgumentsHint: 'A JSON array. Leave it empty if there are none.',
} as const;
