import type { Service } from '../identity/service.ts';
import { safeOriginOf } from './web-address.ts';

/** A request that a workspace is about to send, as far as it matters to whether the account's token goes along. */
export interface WorkspaceRequest {
  readonly url: string;
  /** As Chromium tells them apart: `mainFrame`, `subFrame`, `xhr`, `image`, `webSocket` and others. */
  readonly resourceType: string;
  /** Origins of the frame that asks and of those above it, from the inside out; empty where no frame is known. */
  readonly frameOrigins: readonly string[];
  /** What the request itself says of whoever began it, where it says so. */
  readonly initiatorOrigins: readonly string[];
  /** Of every address that this request was redirected from. */
  readonly earlierUrls: readonly string[];
  readonly isPreflight: boolean;
}

export interface BearerTerms {
  readonly kind: Service['kind'];
  /** Exact origins that the account's tokens may go to. */
  readonly apiOrigins: readonly string[];
  /** Exact origins of pages that act for the account. */
  readonly ownOrigins: readonly string[];
}

/**
 * May the account's token go along? Only from a page of the service itself, embedded in nobody else's, to exactly
 * an API origin, reached without a detour: so that the token is no ambient credential.
 */
export const mayCarryBearer = (request: WorkspaceRequest, terms: BearerTerms): boolean => {
  const target = apiOriginOf(request.url, terms.apiOrigins);
  if (target === undefined || request.isPreflight) return false;
  if (request.resourceType === 'mainFrame' || request.resourceType === 'subFrame') return false;
  const isOwn = (origin: string): boolean => terms.ownOrigins.includes(origin);
  if (request.frameOrigins.length === 0 || !request.frameOrigins.every(isOwn)) return false;
  if (!request.initiatorOrigins.every(isOwn)) return false;
  if (!request.earlierUrls.every((url) => apiOriginOf(url, terms.apiOrigins) === target)) return false;
  return terms.kind !== 'appServices' || !handsOutTokens(request.url);
};

/** The API origin that an address is of, if any. A WebSocket's is that of its handshake. */
const apiOriginOf = (url: string, apiOrigins: readonly string[]): string | undefined => {
  const origin = safeOriginOf(url.replace(/^ws(?=s?:)/i, 'http'));
  return apiOrigins.some((allowed) => safeOriginOf(allowed) === origin) ? origin : undefined;
};

/**
 * Routes of the App Services protocol that answer with tokens or make keys, or end the account: they are Hotseat's.
 * Of what is under `auth` a page may only ask who it is for. However the path is written, the server may decode it.
 */
const handsOutTokens = (url: string): boolean => {
  const path = decoded(/^[^:]*:\/\/[^/?#]*([^?#]*)/.exec(url)?.[1] ?? '');
  return path === undefined || (/(?:^|[/\\])auth(?:[/\\;]|$)/i.test(path) && !path.endsWith('/auth/profile'));
};

const decodingLimit = 3;

const decoded = (path: string): string | undefined => {
  let text = path;
  for (let round = 0; round < decodingLimit; round += 1)
    try {
      const next = decodeURIComponent(text);
      if (next === text) return text;
      text = next;
    } catch {
      return undefined;
    }
  return undefined;
};
