/** The text that the bytes are in UTF-8 (RFC 3629), or undefined where they are not. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
};
