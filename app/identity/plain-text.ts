/**
 * A server's text as one line of at most `limit` characters: without controls, bidi marks and broken surrogates,
 * which could rearrange what stands around it.
 */
export const plainText = (text: string, limit: number): string => {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Cs}]/gu, '')
    .trim();
  const characters = Array.from(plain);
  return characters.length <= limit ? plain : `${characters.slice(0, limit - 1).join('')}…`;
};
