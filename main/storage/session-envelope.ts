import { createCipheriv, createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import { closeBox, openBox, type RandomBytes } from './key-box.ts';

export const envelopeVersion = 1;

const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/** Standard base64 in its one spelling: of several spellings of the same bytes only one is accepted. */
const base64Schema = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text, 'not canonical base64')
  .transform((text) => Buffer.from(text, 'base64'));

const bytesSchema = (length: number) =>
  base64Schema.refine((bytes) => bytes.length === length, 'of another length');

const envelopeSchema = z.strictObject({
  version: z.literal(envelopeVersion),
  cipher: z.literal('aes-256-gcm'),
  nonce: bytesSchema(nonceLength),
  tag: bytesSchema(tagLength),
  payload: base64Schema,
  /** The data key, wrapped in one way or several. Another kind needs no new format. */
  wraps: z.array(z.strictObject({ kind: z.string(), blob: base64Schema })).min(1),
});

/** A secret at rest, as it stands in a file. */
export type StoredEnvelope = z.input<typeof envelopeSchema>;
/** The same with its bytes. */
export type Envelope = z.output<typeof envelopeSchema>;

/** Undefined for anything that is not, byte for byte, an envelope of this version. */
export const parseEnvelope = (raw: unknown): Envelope | undefined => envelopeSchema.safeParse(raw).data;

export interface SealedPayload {
  readonly envelope: Omit<StoredEnvelope, 'wraps'>;
  /** To be wrapped: holds the data key and its owner, because a key store binds a blob to nobody (fault B7). */
  readonly keyText: string;
}

/** Encrypts under a fresh data key. `ownerId` is the associated data: in another owner's place it does not open. */
export const sealPayload = (ownerId: string, plaintext: string, randomBytes: RandomBytes): SealedPayload => {
  const key = Buffer.from(randomBytes(keyLength));
  const nonce = Buffer.from(randomBytes(nonceLength));
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(associatedData(ownerId));
  const payload = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return {
    envelope: {
      version: envelopeVersion,
      cipher: 'aes-256-gcm',
      nonce: nonce.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
      payload: payload.toString('base64'),
    },
    keyText: JSON.stringify({ ownerId, key: key.toString('base64') }),
  };
};

/** Names the envelope's owner and the way its key is wrapped in, under a user's own key. */
const keyContext = (ownerId: string): string => `hotseat/${envelopeVersion}/userKey/${ownerId}`;

/** The text of a sealed payload's key, under a user's own key. */
export const wrapUnderUserKey = (
  ownerId: string,
  keyText: string,
  userKey: Uint8Array,
  randomBytes: RandomBytes,
): Buffer => closeBox(userKey, keyContext(ownerId), Buffer.from(keyText), randomBytes);

export const unwrapUnderUserKey = (
  ownerId: string,
  blob: Uint8Array,
  userKey: Uint8Array,
): string | undefined => openBox(userKey, keyContext(ownerId), blob)?.toString('utf8');

const keyTextSchema = z.strictObject({ ownerId: z.string(), key: bytesSchema(keyLength) });

/** Undefined where key or payload are another owner's, or not as they were sealed. */
export const openPayload = (ownerId: string, envelope: Envelope, keyText: string): string | undefined => {
  const held = parseKeyText(keyText);
  if (held?.ownerId !== ownerId) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', held.key, envelope.nonce, { authTagLength: tagLength });
  decipher.setAAD(associatedData(ownerId));
  decipher.setAuthTag(envelope.tag);
  try {
    return Buffer.concat([decipher.update(envelope.payload), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};

const associatedData = (ownerId: string): Buffer => Buffer.from(`hotseat/${envelopeVersion}/${ownerId}`);

const parseKeyText = (keyText: string): z.output<typeof keyTextSchema> | undefined => {
  try {
    return keyTextSchema.safeParse(JSON.parse(keyText)).data;
  } catch {
    return undefined;
  }
};
