import type { WorkspacePlace } from './workspace-place.ts';
import { safeOriginOf, webAddressOf } from './web-address.ts';

/** What a workspace does with an address that its page leads to. */
export type Destination =
  | { readonly kind: 'here' }
  /** In the system browser, or the mail program. `host` is absent for mail. */
  | { readonly kind: 'outside'; readonly address: string; readonly host?: string }
  | { readonly kind: 'nowhere' };

/** Origins that the person has let into this view beside its own, for this run. They never get a token. */
export type AlsoHere = ReadonlySet<string>;

/** Longer ones are refused by some systems, and a page that opens them means no good. */
const outsideAddressLimit = 16_384;

/** The fields that RFC 6068 speaks of. Some mail programs would attach any file of the computer by `attach`. */
const mail =
  /^mailto:[^\s\p{C}\\?#]*(?:\?(?:(?:to|cc|bcc|subject|body|in-reply-to)=[^\s\p{C}\\?#&]*(?:&|$))*)?$/iu;

export const destinationOf = (address: string, place: WorkspacePlace, alsoHere: AlsoHere): Destination => {
  if (isHere(address, place, alsoHere)) return { kind: 'here' };
  if (address.length > outsideAddressLimit) return { kind: 'nowhere' };
  if (mail.test(address)) return { kind: 'outside', address };
  const found = webAddressOf(address);
  if (!found || !/^https?:/i.test(address)) return { kind: 'nowhere' };
  return { kind: 'outside', address, host: found.host };
};

/** Exactly one of the view's origins, safely reached; or what a page of its own has made (`blob:`). */
export const isHere = (address: string, place: WorkspacePlace, alsoHere: AlsoHere = new Set()): boolean => {
  const made = address.startsWith('blob:') ? address.slice('blob:'.length) : undefined;
  const origin = safeOriginOf(made ?? address);
  if (origin === undefined) return false;
  if (place.ownOrigins.includes(origin)) return true;
  return made === undefined && (place.signInOrigins.includes(origin) || alsoHere.has(origin));
};

const madeByThePage = /^(?:about:(?:blank|srcdoc)|data:|blob:)/;

/** Frames inside a page may show what others serve safely; those of the directory's page nothing but its own. */
export const mayBeEmbedded = (address: string, place: WorkspacePlace): boolean => {
  const origin = safeOriginOf(address);
  if (origin !== undefined && place.ownOrigins.includes(origin)) return true;
  if (place.startUrl.startsWith('directory:')) return false;
  return origin === undefined ? madeByThePage.test(address) : /^https?:/i.test(address);
};
