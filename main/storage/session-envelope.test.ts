import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openPayload, parseEnvelope, sealPayload, type StoredEnvelope } from './session-envelope.ts';

const plaintexts = fc.string({ unit: 'binary' });
const owners = fc.uuid();

const seal = (ownerId: string, plaintext: string): { stored: StoredEnvelope; keyText: string } => {
  const { envelope, keyText } = sealPayload(ownerId, plaintext, randomBytes);
  return { stored: { ...envelope, wraps: [{ kind: 'safeStorage', blob: 'd3JhcHBlZA==' }] }, keyText };
};

const open = (ownerId: string, raw: unknown, keyText: string): string | undefined => {
  const envelope = parseEnvelope(raw);
  return envelope && openPayload(ownerId, envelope, keyText);
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

test('what was sealed for an owner opens for that owner', () => {
  fc.assert(
    fc.property(owners, plaintexts, (owner, plaintext) => {
      const { stored, keyText } = seal(owner, plaintext);
      expect(open(owner, parsed(JSON.stringify(stored)), keyText)).toBe(plaintext);
    }),
  );
});

test('B7: in the place of another owner it does not open, with its key or with the other', () => {
  fc.assert(
    fc.property(owners, owners, plaintexts, (ann, bob, plaintext) => {
      fc.pre(ann !== bob);
      const [ofAnn, ofBob] = [seal(ann, plaintext), seal(bob, plaintext)];
      expect(open(bob, ofAnn.stored, ofAnn.keyText)).toBeUndefined();
      expect(open(bob, ofAnn.stored, ofBob.keyText)).toBeUndefined();
      expect(open(bob, ofBob.stored, ofAnn.keyText)).toBeUndefined();
      // Even where the owner beside the key is changed, the payload is bound to its own.
      expect(open(bob, ofAnn.stored, ofAnn.keyText.replace(ann, bob))).toBeUndefined();
    }),
  );
});

test('B7: the key of an earlier session of the same owner does not open a later one', () => {
  const [earlier, later] = [seal('ann', 'one'), seal('ann', 'two')];
  expect(earlier.stored.nonce).not.toBe(later.stored.nonce);
  expect(open('ann', later.stored, earlier.keyText)).toBeUndefined();
});

test('B7: cut off at any byte, it does not open', () => {
  const { stored, keyText } = seal('ann', 'a secret');
  const json = JSON.stringify(stored);
  for (let length = 0; length < json.length; length += 1)
    expect(open('ann', parsed(json.slice(0, length)), keyText)).toBeUndefined();
});

test('B7: with any field cut short, it does not open', () => {
  fc.assert(
    fc.property(fc.constantFrom('nonce', 'tag', 'payload'), fc.nat(15), (field, length) => {
      const { stored, keyText } = seal('ann', 'a secret of sixteen');
      const bytes = Buffer.from(stored[field], 'base64');
      fc.pre(length < bytes.length);
      const cut = { ...stored, [field]: bytes.subarray(0, length).toString('base64') };
      expect(open('ann', cut, keyText)).toBeUndefined();
    }),
  );
});

test('B7: with any bit flipped it does not open, except in the wraps, which are not its own to check', () => {
  const { stored, keyText } = seal('ann', 'a secret');
  const { wraps, ...rest } = stored;
  const bytes = Buffer.from(JSON.stringify(rest));
  for (let index = 0; index < bytes.length; index += 1)
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[index] = (bytes[index] ?? 0) ^ (1 << bit);
      const raw = parsed(flipped.toString('utf8'));
      const whole = typeof raw === 'object' && raw !== null ? { ...raw, wraps } : raw;
      expect(open('ann', whole, keyText), `byte ${index}, bit ${bit}`).toBeUndefined();
    }
});

test('B7: with any bit of the key text flipped, it does not open', () => {
  const { stored, keyText } = seal('ann', 'a secret');
  const bytes = Buffer.from(keyText);
  for (let index = 0; index < bytes.length; index += 1)
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[index] = (bytes[index] ?? 0) ^ (1 << bit);
      expect(open('ann', stored, flipped.toString('utf8')), `byte ${index}, bit ${bit}`).toBeUndefined();
    }
});

test.each([
  ['a later version', { version: 2 }],
  ['another cipher', { cipher: 'none' }],
  ['no wrap', { wraps: [] }],
  ['a field too many', { extra: 1 }],
  ['an empty tag', { tag: '' }],
])('B7: %s is no envelope', (_name, change) => {
  expect(parseEnvelope({ ...seal('ann', 'a secret').stored, ...change })).toBeUndefined();
});

test('a wrap of a kind that is not known yet is no obstacle', () => {
  const { stored, keyText } = seal('ann', 'a secret');
  const wraps = [{ kind: 'pin', blob: 'AAAA' }, ...stored.wraps];
  expect(open('ann', { ...stored, wraps }, keyText)).toBe('a secret');
});

test('nothing of the plaintext or the key stands in the envelope', () => {
  const { stored, keyText } = seal('ann', 'CANARY-ann-access-5d1f');
  const { key } = z.object({ key: z.string() }).parse(JSON.parse(keyText));
  const json = JSON.stringify(stored);
  expect(json).not.toContain('CANARY');
  expect(json).not.toContain(Buffer.from('CANARY').toString('base64').slice(0, 6));
  expect(json).not.toContain(key);
});
