import type { LogInStepView } from '../../../app/contract/views.ts';

export type DeviceCodeStep = Extract<LogInStepView, { kind: 'deviceCode' }>;

/**
 * The code in groups that the eye can hold. Where the issuer has written it with separators it stays in one, so
 * that it is shown exactly as it must be typed.
 */
export const codeGroups = (userCode: string): readonly string[] => {
  if (!/^[\p{L}\p{N}]{6,}$/u.test(userCode)) return [userCode];
  const size = userCode.length % 4 !== 0 && userCode.length % 3 === 0 ? 3 : 4;
  return userCode.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [userCode];
};

const separators: Readonly<Record<string, string>> = {
  '-': 'hyphen',
  ' ': 'space',
  '.': 'dot',
  _: 'underscore',
};

/** The code as a screen reader should say it: sign by sign. */
export const spelledCode = (userCode: string): string =>
  Array.from(userCode, (sign) => separators[sign] ?? sign).join(', ');

/** Longer ones make a QR code too fine to read from a screen. */
const longestInQr = 600;

/** What the QR code has: the page with the code in it, where the issuer gives one. */
export const qrAddressOf = ({ completeUrl, verificationUrl }: DeviceCodeStep): string | undefined =>
  [completeUrl, verificationUrl].find((url) => url !== undefined && url.length <= longestInQr);

/** The page as a person types it on another device. */
export const typedAddress = (url: string): string => url.replace(/^https:\/\//u, '').replace(/\/$/u, '');

const thresholds = [30, 60, 120, 300];

/** What is left, said to assistive technology a few times only: it changes at five, two and one minute, and 30 s. */
export const leftToSay = (leftMs: number): number | undefined =>
  thresholds.find((seconds) => leftMs <= seconds * 1000);
