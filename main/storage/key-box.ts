import { createCipheriv, createDecipheriv } from 'node:crypto';

export type RandomBytes = (length: number) => Uint8Array;

const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM under a fresh nonce: nonce, tag, ciphertext. `context` is the associated data. */
export const closeBox = (
  key: Uint8Array,
  context: string,
  content: Uint8Array,
  randomBytes: RandomBytes,
): Buffer => {
  const nonce = Buffer.from(randomBytes(nonceLength));
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(context));
  const closed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]);
};

/** Undefined under another key or context, and where a bit is another. */
export const openBox = (key: Uint8Array, context: string, box: Uint8Array): Buffer | undefined => {
  if (box.length < nonceLength + tagLength) return undefined;
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
};
