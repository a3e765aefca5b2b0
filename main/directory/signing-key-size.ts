/** Length of the directory's signing key (HS256: at least the length of the hash, RFC 7518 section 3.2). */
export const signingKeyBytes = 32;
