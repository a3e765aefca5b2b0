/** Scheme and host of an address, where they can be read in one way only. No user, no host in other letters. */
const shape = /^(https?):\/\/((?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]|$)/i;

/** What Unicode calls a space or a control character is skipped, or read in different ways, by whoever parses it. */
export const readInTwoWays = /[\s\p{C}\\]/u;

/** Numbers in a host are an IPv4 address to whoever parses it (`0x7f.1`, `0`, octals too); only the plain form is taken. */
const endsInNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i;
const plainIpv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

export type AddressSafety = 'secure' | 'insecure' | 'malformed';

/** `secure`: https, or plain http to this very computer. `insecure`: plain http to another one. */
export const safetyOf = (url: string): AddressSafety => {
  const [, scheme, host] = readInTwoWays.test(url) ? [] : (shape.exec(url) ?? []);
  if (scheme === undefined || host === undefined) return 'malformed';
  if (endsInNumber.test(host) && !plainIpv4.test(host)) return 'malformed';
  return scheme.toLowerCase() === 'https' || loopback.test(host) ? 'secure' : 'insecure';
};

/** May secrets travel there, and may the person be sent there? */
export const isSecureEnough = (url: string): boolean => safetyOf(url) === 'secure';
