/** The only pages that Hotseat opens in the browser: help about what keeps sessions safe on this computer. */
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
