const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url of the text in UTF-8, where there is neither DOM nor Node. */
export const encodeText = (text: string): string => {
  const bytes = encodeURIComponent(text)
    .replaceAll(/%(..)|(.)/g, (_all, hex: string | undefined, plain: string) =>
      hex === undefined ? plain.charCodeAt(0).toString(16).padStart(2, '0') : hex,
    )
    .match(/../g);
  const bits = (bytes ?? []).map((byte) => Number.parseInt(byte, 16).toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? [])
    .map((group) => alphabet[Number.parseInt(group.padEnd(6, '0'), 2)])
    .join('');
};

/** A JWT with these claims, signed by nobody: the client verifies none. */
export const jwtOf = (claims: object): string =>
  `${encodeText('{"alg":"HS256"}')}.${encodeText(JSON.stringify(claims))}.c2ln`;
