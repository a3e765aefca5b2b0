import { directoryOrigin } from '../identity/directory-scheme.ts';
import { safetyOf } from '../identity/secure-origin.ts';

/** Where an address leads, where that can be read in one way only. */
export interface WebAddress {
  /** Lower case, without a port that goes without saying: what Chromium calls the page's origin. */
  readonly origin: string;
  /** With the port, where it has one. */
  readonly host: string;
  /** https, plain http to this very computer, or the directory's own scheme. */
  readonly isSafe: boolean;
}

const shape = /^(https?):\/\/([^/?#:[]+|\[[^\]]*\])(?::(\d{1,5}))?(?:[/?#]|$)/i;
const usualPort: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** Undefined for other schemes, for whoever puts a user into an address, and for hosts read in two ways. */
export const webAddressOf = (address: string): WebAddress | undefined => {
  if (isOfDirectory(address)) return { origin: directoryOrigin, host: 'hotseat', isSafe: true };
  const safety = safetyOf(address);
  const [, scheme, name, port] = safety === 'malformed' ? [] : (shape.exec(address.toLowerCase()) ?? []);
  if (scheme === undefined || name === undefined) return undefined;
  const number = port === undefined ? usualPort[scheme] : Number(port);
  if (number === undefined || number < 1 || number > 65_535) return undefined;
  const host = number === usualPort[scheme] ? name : `${name}:${number}`;
  return { origin: `${scheme}://${host}`, host, isSafe: safety === 'secure' };
};

/** Of an address that a secret may go to, and a workspace may show. */
export const safeOriginOf = (address: string): string | undefined => {
  const found = webAddressOf(address);
  return found?.isSafe ? found.origin : undefined;
};

/** A custom scheme has no ports, users or letters of two cases to mind: the host follows, and then a path. */
const isOfDirectory = (address: string): boolean =>
  address === directoryOrigin || address.startsWith(`${directoryOrigin}/`);
