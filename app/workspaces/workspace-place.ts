import { directoryOrigin } from '../identity/directory-scheme.ts';
import type { Service } from '../identity/service.ts';
import { safeOriginOf } from './web-address.ts';

/** Where the workspace of a service's accounts is, and how far it goes. */
export interface WorkspacePlace {
  readonly startUrl: string;
  /** Pages of these stay, and their requests to the service's API may carry the account's token. */
  readonly ownOrigins: readonly string[];
  /** A sign-in may lead the view here; no page of these ever has a token attached. */
  readonly signInOrigins: readonly string[];
}

/** Undefined where the service has no page to show. */
export const placeOf = (service: Service): WorkspacePlace | undefined => {
  if (service.kind === 'directory')
    return { startUrl: `${directoryOrigin}/`, ownOrigins: [directoryOrigin], signInOrigins: [] };
  if (service.kind === 'website') return placeAt(service.url, service.signInOrigins);
  const signIn = service.kind === 'openIdConnect' ? [service.issuer, ...service.otherOrigins] : [];
  return placeAt(service.workspaceUrl, signIn);
};

const placeAt = (startUrl: string | undefined, signIn: readonly string[]): WorkspacePlace | undefined => {
  const own = startUrl === undefined ? undefined : safeOriginOf(startUrl);
  if (startUrl === undefined || own === undefined) return undefined;
  const others = new Set(signIn.flatMap((address) => safeOriginOf(address) ?? []));
  others.delete(own);
  return { startUrl, ownOrigins: [own], signInOrigins: [...others] };
};
