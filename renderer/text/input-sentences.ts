import type { ErrorReport } from '../../app/contract/bridge.ts';

type InvalidInput = Extract<ErrorReport, { code: 'invalidInput' }>;
type OfField = Record<InvalidInput['problem'], string>;

/** The sentences that a field goes by where it needs none of its own. */
const about = (noun: string, own: Partial<OfField> = {}): OfField => ({
  empty: `The ${noun} is missing. Type it.`,
  tooLong: `That ${noun} is too long. Use a shorter one.`,
  tooShort: `That ${noun} is too short. Use a longer one.`,
  malformed: `That ${noun} has characters that the service does not take. Choose another.`,
  insecure: `That ${noun} would travel unprotected. Use an https address.`,
  foreign: `That ${noun} belongs to another service. Use one of this account’s own.`,
  guessable: `That ${noun} is among the first that others would try. Choose another.`,
  ...own,
});

const atMost200 = (noun: string) => ({
  tooLong: `That ${noun} is too long. Use one of at most 200 characters.`,
});

const httpsOnly =
  'That address is not secure. Use https; plain http is only for servers on this very computer.';

/** For each field what is wrong with it, and what to do. */
export const inputSentences: Record<InvalidInput['field'], OfField> = {
  email: about('e-mail', {
    empty: 'The e-mail is missing. Type the e-mail of the account.',
    tooLong: 'That e-mail is too long. Use one of at most 320 characters.',
    tooShort: 'That e-mail is too short. Check it for missing letters.',
    malformed: 'That is not an e-mail address. It should look like name@example.org.',
  }),
  password: about('password', { empty: 'The password is missing. Type the password of the account.' }),
  name: about('name', atMost200('name')),
  nickname: about('nickname', {
    ...atMost200('nickname'),
    malformed: 'That nickname has characters that cannot be used. Choose another.',
  }),
  note: about('note', {
    empty: 'The note is empty. Write something first.',
    tooLong: 'That note is too long. Shorten it, or make two of it.',
    tooShort: 'That note is too short. Write a little more.',
    malformed: 'That note has characters that cannot be kept. Take them out and try again.',
  }),
  apiKey: about('API key', {
    empty: 'The API key is missing. Paste the key that the service gave out.',
    malformed: 'That is not an API key. Paste it as the service gave it, in one line and without spaces.',
  }),
  token: about('token', {
    empty: 'The token is missing. Paste it as you were given it.',
    tooLong: 'That token is too long. Paste the token alone, without the text around it.',
    malformed: 'The service does not take that token. Copy it again, whole and from the newest message.',
  }),
  arguments: about('text', {
    empty: 'The arguments are missing. Type what the function expects, as JSON.',
    malformed: 'That is not the JSON that is expected. Check its brackets, quotes and commas.',
  }),
  keyName: about('name', {
    ...atMost200('name'),
    empty: 'The name is missing. Type one that says what the key is for.',
    malformed:
      'The service does not take that name. Use letters, digits, hyphens and underscores, and none that you have used.',
  }),
  serviceName: about('name', {
    ...atMost200('name'),
    empty: 'The name is missing. Type what you want to call the service.',
    malformed: 'That name has characters that cannot be used. Choose another.',
  }),
  baseUrl: about('address', {
    empty: 'The base URL is missing. Type the address of the server.',
    malformed: 'That is not an address of a server. It should look like https://services.example.org.',
    insecure: httpsOnly,
  }),
  appId: about('app id', {
    empty: 'The app id is missing. Type the one that the server has for the app.',
    malformed: 'The server knows no app of that id. Copy it again from the server.',
  }),
  issuer: about('issuer', {
    empty: 'The issuer is missing. Type its address as it writes it itself.',
    malformed:
      'That is not the address of an issuer. Type it as it writes it itself, such as https://login.example.org.',
    insecure: httpsOnly,
  }),
  clientId: about('client id', {
    empty: 'The client id is missing. Type the one that Hotseat is registered under at the issuer.',
    malformed: 'That is not a client id. Copy it again from the issuer.',
  }),
  clientSecret: about('client secret', {
    malformed: 'That is not a client secret. Copy it again from the issuer.',
  }),
  scopes: about('list of scopes', {
    malformed: 'That is not a list of scopes. Separate them with spaces.',
  }),
  apiOrigins: about('list of API origins', {
    malformed:
      'An API origin is an address without a path, such as https://api.example.org. Write one on each line.',
    insecure: 'One of these addresses is not secure. Use https; plain http is only for this very computer.',
  }),
  workspaceUrl: about('address', {
    malformed: 'That is not the address of a website. It should look like https://example.org.',
    insecure: httpsOnly,
  }),
  redirectPort: about('port', {
    malformed: 'That is not a port that can be used. Type a number from 1024 to 65535, or leave it empty.',
  }),
  websiteUrl: about('address', {
    empty: 'The address is missing. Type the one that the website opens at.',
    malformed: 'That is not the address of a website. It should look like https://example.org.',
    insecure: httpsOnly,
  }),
  signInCookie: about('name', {
    malformed: 'That is not the name of a cookie. Copy it as the site writes it, without its value.',
  }),
  signInOrigins: about('list of sign-in origins', {
    malformed:
      'A sign-in origin is an address without a path, such as https://login.example.org. Write one on each line.',
    insecure: 'One of these addresses is not secure. Use https; plain http is only for this very computer.',
  }),
  requestUrl: about('address', {
    empty: 'The address is missing. Type one of the service, or a path that begins with a slash.',
    malformed: 'That is not an address. Type one of the service, or a path that begins with a slash.',
    insecure: httpsOnly,
    foreign:
      'That address is none of this account’s service, so nothing was sent: the token would have gone elsewhere. Use one of its API origins.',
  }),
  requestMethod: about('method', {
    malformed: 'That method cannot be sent. Choose one of the list.',
  }),
  requestHeaders: about('headers', {
    malformed:
      'A header is a name, a colon and a value, one on each line, and some names are Hotseat’s to set. Correct or remove the line.',
  }),
  requestBody: about('body', {
    tooLong: 'That body is too long. Send one of at most one million characters.',
    malformed: 'A request of this method has no body. Empty it, or choose another method.',
  }),
  functionName: about('name', {
    empty: 'The name of the function is missing. Type it.',
    malformed: 'That is not the name of a function. Use letters, digits, dots and underscores.',
  }),
  command: about('input', {
    empty: 'Something was missing, so nothing was done. Try again.',
    tooLong: 'That was more than fits, so nothing was done. Shorten it and try again.',
    tooShort: 'That was too little, so nothing was done. Try again.',
    malformed: 'That could not be understood, so nothing was done. Try again.',
  }),
  pin: about('PIN', {
    empty: 'The PIN is missing. Type at least six digits.',
    tooShort: 'That PIN is too short. Use at least six digits.',
    malformed: 'A PIN has digits only. For letters use a passphrase.',
  }),
  passphrase: about('passphrase', {
    empty: 'The passphrase is missing. Type at least twelve characters.',
    tooShort:
      'That passphrase is too short. Use at least twelve characters; a few words are easy to remember.',
  }),
};
