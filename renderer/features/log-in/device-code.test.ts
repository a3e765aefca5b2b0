import { expect, test } from 'vitest';
import { codeGroups, leftToSay, qrAddressOf, spelledCode, typedAddress } from './device-code.ts';

test.each([
  ['WDJBMJHT', ['WDJB', 'MJHT']],
  ['123456789', ['123', '456', '789']],
  ['1234567890', ['1234', '5678', '90']],
  ['WDJB-MJHT', ['WDJB-MJHT']],
  ['ABC 123', ['ABC 123']],
  ['4711', ['4711']],
])('%s is shown in groups that can be read', (code, groups) => {
  expect(codeGroups(code)).toEqual(groups);
  expect(codeGroups(code).join(''), 'nothing is added to what is copied').toBe(code);
});

test('a code is spelled', () => {
  expect(spelledCode('WD-4')).toBe('W, D, hyphen, 4');
});

const step = {
  kind: 'deviceCode',
  userCode: 'WDJB-MJHT',
  verificationUrl: 'https://login.example.org/device',
  expiresAtMs: 0,
} as const;

test('the QR code has the address with the code in it, where there is one', () => {
  const completeUrl = `${step.verificationUrl}?user_code=WDJB-MJHT`;
  expect(qrAddressOf({ ...step, completeUrl })).toBe(completeUrl);
  expect(qrAddressOf(step)).toBe(step.verificationUrl);
});

test('D7: an address that is too long for a QR code makes none, rather than breaking the page', () => {
  const endless = `https://login.example.org/${'x'.repeat(4_000)}`;
  expect(qrAddressOf({ ...step, completeUrl: endless })).toBe(step.verificationUrl);
  expect(qrAddressOf({ ...step, verificationUrl: endless })).toBeUndefined();
});

test('an address is shown as it is typed', () => {
  expect(typedAddress('https://login.example.org/')).toBe('login.example.org');
  expect(typedAddress('http://127.0.0.1:8080/device')).toBe('http://127.0.0.1:8080/device');
});

test('what is left is said a few times, not each second', () => {
  const heard = new Map<number | undefined, number>();
  for (let left = 600; left > 0; left -= 1) {
    const said = leftToSay(left * 1000);
    if (!heard.has(said)) heard.set(said, left);
  }
  expect([...heard], 'what is said, and from when on').toEqual([
    [undefined, 600],
    [300, 300],
    [120, 120],
    [60, 60],
    [30, 30],
  ]);
});
