import { fail, type Outcome } from '../../app/outcome.ts';
import type { UnlockSecret } from '../../app/ports.ts';

const pinDigits = 6;
const passphraseLength = 12;
const longest = 256;

/**
 * What keeps a secret from being set up: a PIN where a passphrase is asked for, one that is too short, and the PINs
 * that are tried first.
 */
export const refusalOfSecret = (
  { kind, text }: UnlockSecret,
  asked: UnlockSecret['kind'],
): Outcome<never> | undefined => {
  const problem = kind === 'pin' ? problemOfPin(text) : problemOfPassphrase(text);
  if (problem) return fail({ code: 'invalidInput', field: kind, problem });
  return kind === 'pin' && asked === 'passphrase' ? fail({ code: 'deniedByPolicy' }) : undefined;
};

const problemOfPin = (text: string) => {
  if (text === '') return 'empty';
  if (!/^\d+$/u.test(text)) return 'malformed';
  if (text.length > longest) return 'tooLong';
  if (text.length < pinDigits) return 'tooShort';
  return isGuessedFirst(text) ? 'guessable' : undefined;
};

const problemOfPassphrase = (text: string) => {
  if (text.trim() === '') return 'empty';
  if (text.length > longest) return 'tooLong';
  if (text.length < passphraseLength) return 'tooShort';
  return new Set(text).size < 5 ? 'guessable' : undefined;
};

/** All one digit, or each one more or one less than the digit before it. */
const isGuessedFirst = (pin: string): boolean => {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  return [0, 1, -1].some((step) => steps.every((other) => other === step));
};
