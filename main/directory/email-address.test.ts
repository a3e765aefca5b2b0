import { describe, expect, it } from 'vitest';
import { emailKey, parseEmailAddress } from './email-address.ts';

describe('parseEmailAddress', () => {
  it.each([
    ['anna@example.com', 'anna@example.com'],
    ['  Anna@EXAMPLE.com\t', 'anna@example.com'],
    ['anna@localhost', 'anna@localhost'],
    ['用户@例え.テスト', '用户@例え.テスト'],
    ['MÜLLER@example.com', 'müller@example.com'],
    ['mu\u0308ller@example.com', 'müller@example.com'],
    ["o'brien+tag@sub.example.co.uk", "o'brien+tag@sub.example.co.uk"],
    [`${'x'.repeat(242)}@example.com`, `${'x'.repeat(242)}@example.com`],
  ])('takes %j', (raw, key) => {
    expect(parseEmailAddress(raw)).toMatchObject({ kind: 'valid', email: { key } });
    expect(emailKey(raw)).toBe(key);
  });

  it('keeps the address as it was written', () => {
    const parsed = parseEmailAddress(' Anna@Example.com ');
    expect(parsed).toMatchObject({ kind: 'valid', email: { text: 'Anna@Example.com' } });
  });

  it.each([
    '',
    'anna',
    '@example.com',
    'anna@',
    'a@b@c',
    'anna@example..com',
    'anna@.com',
    'anna@example.com.',
  ])('refuses %j for its shape', (raw) => {
    const error = 'email must be an address like name@example.com';
    expect(parseEmailAddress(raw)).toEqual({ kind: 'invalid', error });
  });

  it.each(['a@b\uff20c', 'a\ufe6bb@c'])('refuses %j, which reads as if it had two @', (raw) => {
    expect(parseEmailAddress(raw).kind).toBe('invalid');
  });

  it.each([
    'an na@example.com',
    'an\u00a0na@example.com',
    'an\u3000na@example.com',
    'an\u2800na@example.com',
    'an\u200bna@example.com',
    'an\u200dna@example.com',
    'anna@example.com\u202e',
    'an\u2066na@example.com',
    'an\u00adna@example.com',
    'an\u3164na@example.com',
    'an\ufe0fna@example.com',
    'an\u0000na@example.com',
    'an\nna@example.com',
    'an\u0007na@example.com',
    'an\ud800na@example.com',
    'an\ue000na@example.com',
  ])('refuses %j for what cannot be seen', (raw) => {
    const error = 'email must not contain spaces, invisible or control characters';
    expect(parseEmailAddress(raw)).toEqual({ kind: 'invalid', error });
  });

  it('refuses more than 254 characters', () => {
    const error = 'email must be at most 254 characters';
    expect(parseEmailAddress(`${'x'.repeat(243)}@example.com`)).toEqual({ kind: 'invalid', error });
  });
});
