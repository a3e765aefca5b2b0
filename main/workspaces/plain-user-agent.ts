const usual = /^(?:Mozilla|AppleWebKit|Chrome|Safari)$/;

/**
 * Chromium's own User-Agent, without the tokens of Electron and of Hotseat: sites that look for them serve another
 * page or refuse to sign anybody in, and it is one thing less by which the account's pages tell its computer apart.
 */
export const plainUserAgent = (userAgent: string): string =>
  userAgent.replaceAll(/\s*(?<name>[^\s/()]+)\/[^\s()]+/gu, (token, name: string) =>
    usual.test(name) ? token : '',
  );
