import { createHash } from 'node:crypto';

/**
 * The form of every file: one line, `{"checksum":"<sha-256 in hex>","value":<JSON>}`. The checksum is over the
 * bytes of the value, so that any other byte, a byte more or a byte less is seen before anything is parsed.
 */
const head = /^\{"checksum":"([0-9a-f]{64})","value":$/;
const headLength = '{"checksum":"","value":'.length + 64;
const tail = '}\n';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const encodeChecksummed = (value: object): { readonly text: string; readonly checksum: string } => {
  const json = JSON.stringify(value);
  const checksum = sha256(json);
  return { text: `{"checksum":"${checksum}","value":${json}${tail}`, checksum };
};

/** The JSON text of the value and its checksum, or undefined where the bytes are not what was written. */
export const verifyChecksummed = (
  bytes: Buffer,
): { readonly json: string; readonly checksum: string } | undefined => {
  const checksum = head.exec(bytes.toString('latin1', 0, headLength))?.[1];
  const end = bytes.length - tail.length;
  if (checksum === undefined || end < headLength || bytes.toString('latin1', end) !== tail) return undefined;
  const json = bytes.subarray(headLength, end);
  return sha256(json) === checksum ? { json: json.toString('utf8'), checksum } : undefined;
};

/** Parses JSON that is an object; keys that reach for a prototype are left out. */
export const parseObject = (json: string): object | undefined => {
  let value: unknown;
  try {
    // The second expression is the same key spelt with escapes; nothing Hotseat writes has either.
    const isSuspect = json.includes('__proto__') || json.includes('\\u00');
    value = isSuspect ? JSON.parse(json, withoutPrototypeKey) : JSON.parse(json);
  } catch {
    return undefined;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
};

const withoutPrototypeKey = (key: string, value: unknown): unknown =>
  key === '__proto__' ? undefined : value;
