import type { InputField, InputProblem } from '../../errors.ts';

/** What is said about an input: what is wrong with it, and what to do. */
export const input = {
  // Of a field that has no sentence of its own for what is wrong with it.
  any: {
    empty: 'Something is missing. Type it.',
    tooLong: 'That is too long. Use something shorter.',
    tooShort: 'That is too short. Use something longer.',
    malformed: 'That has characters that the service does not take. Choose something else.',
    insecure: 'That would travel unprotected. Use an https address.',
    foreign: 'That belongs to another service. Use one of this account’s own.',
    guessable: 'That is among the first that others would try. Choose another.',
  } satisfies Record<InputProblem, string>,

  fields: {
    email: {
      empty: 'The e-mail is missing. Type the e-mail of the account.',
      tooLong: 'That e-mail is too long. Use one of at most 320 characters.',
      tooShort: 'That e-mail is too short. Check it for missing letters.',
      malformed: 'That is not an e-mail address. It should look like name@example.org.',
    },
    password: {
      empty: 'The password is missing. Type the password of the account.',
      tooLong: 'That password is too long. Use a shorter one.',
      tooShort: 'That password is too short. Use a longer one.',
      malformed: 'That password has characters that the service does not take. Choose another.',
    },
    name: {
      empty: 'The name is missing. Type it.',
      tooLong: 'That name is too long. Use one of at most 200 characters.',
      malformed: 'That name has characters that the service does not take. Choose another.',
    },
    nickname: {
      empty: 'The nickname is missing. Type it.',
      tooLong: 'That nickname is too long. Use one of at most 200 characters.',
      malformed: 'That nickname has characters that cannot be used. Choose another.',
    },
    note: {
      empty: 'The note is empty. Write something first.',
      tooLong: 'That note is too long. Shorten it, or make two of it.',
      tooShort: 'That note is too short. Write a little more.',
      malformed: 'That note has characters that cannot be kept. Take them out and try again.',
    },
    apiKey: {
      empty: 'The API key is missing. Paste the key that the service gave out.',
      tooLong: 'That API key is too long. Use a shorter one.',
      malformed: 'That is not an API key. Paste it as the service gave it, in one line and without spaces.',
    },
    token: {
      empty: 'The token is missing. Paste it as you were given it.',
      tooLong: 'That token is too long. Paste the token alone, without the text around it.',
      malformed: 'The service does not take that token. Copy it again, whole and from the newest message.',
    },
    arguments: {
      empty: 'The arguments are missing. Type what the function expects, as JSON.',
      tooLong: 'That text is too long. Use a shorter one.',
      malformed: 'That is not the JSON that is expected. Check its brackets, quotes and commas.',
    },
    keyName: {
      empty: 'The name is missing. Type one that says what the key is for.',
      tooLong: 'That name is too long. Use one of at most 200 characters.',
      malformed:
        'The service does not take that name. Use letters, digits, hyphens and underscores, and none that you have used.',
    },
    serviceName: {
      empty: 'The name is missing. Type what you want to call the service.',
      tooLong: 'That name is too long. Use one of at most 200 characters.',
      malformed: 'That name has characters that cannot be used. Choose another.',
    },
    baseUrl: {
      empty: 'The base URL is missing. Type the address of the server.',
      tooLong: 'That address is too long. Use a shorter one.',
      malformed: 'That is not an address of a server. It should look like https://services.example.org.',
      insecure:
        'That address is not secure. Use https; plain http is only for servers on this very computer.',
    },
    appId: {
      empty: 'The app id is missing. Type the one that the server has for the app.',
      tooLong: 'That app id is too long. Use a shorter one.',
      malformed: 'The server knows no app of that id. Copy it again from the server.',
    },
    issuer: {
      empty: 'The issuer is missing. Type its address as it writes it itself.',
      tooLong: 'That issuer is too long. Use a shorter one.',
      malformed:
        'That is not the address of an issuer. Type it as it writes it itself, such as https://login.example.org.',
      insecure:
        'That address is not secure. Use https; plain http is only for servers on this very computer.',
    },
    clientId: {
      empty: 'The client id is missing. Type the one that Hotseat is registered under at the issuer.',
      tooLong: 'That client id is too long. Use a shorter one.',
      malformed: 'That is not a client id. Copy it again from the issuer.',
    },
    clientSecret: {
      empty: 'The client secret is missing. Type it.',
      tooLong: 'That client secret is too long. Use a shorter one.',
      malformed: 'That is not a client secret. Copy it again from the issuer.',
    },
    scopes: {
      empty: 'The list of scopes is missing. Type it.',
      tooLong: 'That list of scopes is too long. Use a shorter one.',
      malformed: 'That is not a list of scopes. Separate them with spaces.',
    },
    apiOrigins: {
      empty: 'The list of API origins is missing. Type it.',
      tooLong: 'That list of API origins is too long. Use a shorter one.',
      malformed:
        'An API origin is an address without a path, such as https://api.example.org. Write one on each line.',
      insecure: 'One of these addresses is not secure. Use https; plain http is only for this very computer.',
    },
    workspaceUrl: {
      empty: 'The address is missing. Type it.',
      tooLong: 'That address is too long. Use a shorter one.',
      malformed: 'That is not the address of a website. It should look like https://example.org.',
      insecure:
        'That address is not secure. Use https; plain http is only for servers on this very computer.',
    },
    redirectPort: {
      empty: 'The port is missing. Type it.',
      tooLong: 'That port is too long. Use a shorter one.',
      malformed: 'That is not a port that can be used. Type a number from 1024 to 65535, or leave it empty.',
    },
    websiteUrl: {
      empty: 'The address is missing. Type the one that the website opens at.',
      tooLong: 'That address is too long. Use a shorter one.',
      malformed: 'That is not the address of a website. It should look like https://example.org.',
      insecure:
        'That address is not secure. Use https; plain http is only for servers on this very computer.',
    },
    signInCookie: {
      empty: 'The name is missing. Type it.',
      tooLong: 'That name is too long. Use a shorter one.',
      malformed: 'That is not the name of a cookie. Copy it as the site writes it, without its value.',
    },
    signInOrigins: {
      empty: 'The list of sign-in origins is missing. Type it.',
      tooLong: 'That list of sign-in origins is too long. Use a shorter one.',
      malformed:
        'A sign-in origin is an address without a path, such as https://login.example.org. Write one on each line.',
      insecure: 'One of these addresses is not secure. Use https; plain http is only for this very computer.',
    },
    requestUrl: {
      empty: 'The address is missing. Type one of the service, or a path that begins with a slash.',
      tooLong: 'That address is too long. Use a shorter one.',
      malformed: 'That is not an address. Type one of the service, or a path that begins with a slash.',
      insecure:
        'That address is not secure. Use https; plain http is only for servers on this very computer.',
      foreign:
        'That address is none of this account’s service, so nothing was sent: the token would have gone elsewhere. Use one of its API origins.',
    },
    requestMethod: {
      empty: 'The method is missing. Type it.',
      tooLong: 'That method is too long. Use a shorter one.',
      malformed: 'That method cannot be sent. Choose one of the list.',
    },
    requestHeaders: {
      tooLong: 'These headers are too long. Use shorter ones.',
      malformed:
        'A header is a name, a colon and a value, one on each line, and some names are Hotseat’s to set. Correct or remove the line.',
    },
    requestBody: {
      empty: 'The body is missing. Type it.',
      tooLong: 'That body is too long. Send one of at most one million characters.',
      malformed: 'A request of this method has no body. Empty it, or choose another method.',
    },
    functionName: {
      empty: 'The name of the function is missing. Type it.',
      tooLong: 'That name is too long. Use a shorter one.',
      malformed: 'That is not the name of a function. Use letters, digits, dots and underscores.',
    },
    command: {
      empty: 'Something was missing, so nothing was done. Try again.',
      tooLong: 'That was more than fits, so nothing was done. Shorten it and try again.',
      tooShort: 'That was too little, so nothing was done. Try again.',
      malformed: 'That could not be understood, so nothing was done. Try again.',
    },
    pin: {
      empty: 'The PIN is missing. Type at least six digits.',
      tooLong: 'That PIN is too long. Use a shorter one.',
      tooShort: 'That PIN is too short. Use at least six digits.',
      malformed: 'A PIN has digits only. For letters use a passphrase.',
      guessable: 'That PIN is among the first that others would try. Choose another.',
    },
    passphrase: {
      empty: 'The passphrase is missing. Type at least twelve characters.',
      tooLong: 'That passphrase is too long. Use a shorter one.',
      tooShort:
        'That passphrase is too short. Use at least twelve characters; a few words are easy to remember.',
      guessable: 'That passphrase is among the first that others would try. Choose another.',
    },
  } satisfies Record<InputField, Partial<Record<InputProblem, string>>>,
} as const;
