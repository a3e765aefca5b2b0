import type { WorkspacePlace } from './workspace-place.ts';
import { safeOriginOf } from './web-address.ts';

/**
 * The address of an authorization request with `login_hint` (OpenID Connect Core 1.0, section 3.1.2.1), or undefined
 * where it is none of a sign-in, has a hint of its own, or is signed, so that nothing may be added (section 6).
 */
export const withLoginHint = (
  address: string,
  { signInOrigins }: WorkspacePlace,
  email: string | undefined,
): string | undefined => {
  const origin = safeOriginOf(address);
  if (email === undefined || origin === undefined || !signInOrigins.includes(origin)) return undefined;
  const [, start = '', query = '', fragment = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address) ?? [];
  const names = new Set(query.split('&').map(nameOf));
  if (!names.has('client_id') || !names.has('response_type')) return undefined;
  if (['login_hint', 'request', 'request_uri'].some((name) => names.has(name))) return undefined;
  return `${start}?${query}&login_hint=${encodeURIComponent(email)}${fragment}`;
};

const nameOf = (part: string): string => {
  const written = /^[^=]*/.exec(part)?.[0] ?? '';
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return written;
  }
};
