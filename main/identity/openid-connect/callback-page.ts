import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { directionOf } from '../../../app/text/language.ts';
import { dialogWords, speech } from '../../shell/spoken.ts';

/**
 * `signedIn` and `notSignedIn` end a login; `refused` answers whatever is not the issuer's answer that is waited for.
 */
export type CallbackPage = 'signedIn' | 'notSignedIn' | 'refused';

const style = [
  ':root{color-scheme:light dark}',
  'body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box;',
  'font:1.125rem/1.5 system-ui,sans-serif;text-align:center}',
  'h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:0;max-width:32rem}',
].join('');

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing of a request is ever in it. */
export const callbackPage = (page: CallbackPage): string => {
  const { language } = speech;
  const { heading, text } = dialogWords.callback[page];
  return [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><title>Hotseat</title>',
    `<style>${style}</style></head><body><main><h1>${heading}</h1><p>${text}</p></main></body></html>`,
  ].join('');
};

/** The address that the page is at holds the code: it must not go anywhere from here, nor be kept. */
export const callbackPageHeaders: OutgoingHttpHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  connection: 'close',
};
