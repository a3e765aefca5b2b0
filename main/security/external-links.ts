import { isSecureEnough } from '../../app/identity/secure-origin.ts';

/** The only pages that a page of Hotseat's may have opened in the browser: help about what keeps sessions safe. */
const helpPages: ReadonlySet<string> = new Set([
  'https://wiki.gnome.org/Projects/GnomeKeyring',
  'https://wiki.archlinux.org/title/GNOME/Keyring',
  'https://wiki.archlinux.org/title/KDE_Wallet',
  'https://support.apple.com/guide/keychain-access/welcome/mac',
]);

/** The address to open, written anew, or undefined for whatever is not exactly one of our help pages. */
export const allowedExternalLink = (address: string): string | undefined => {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.password !== '' || url.port !== '' || url.search !== '') return undefined;
  const page = `${url.origin}${url.pathname}`;
  return helpPages.has(page) ? page : undefined;
};

/** Longer addresses are refused by some systems, and none of a sign-in is. */
const addressLimit = 16_384;

/**
 * The address of a service's page, written anew, or undefined for whatever main may not open: anything but https,
 * or http on this computer. What an operating system does with other schemes is anybody's guess (fault row D7).
 */
export const allowedServicePage = (address: string): string | undefined => {
  const url = address.length <= addressLimit && isSecureEnough(address) ? URL.parse(address) : undefined;
  return url?.username === '' && url.password === '' ? url.href : undefined;
};
