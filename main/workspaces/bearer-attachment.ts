import { createHash } from 'node:crypto';
import type { OnBeforeSendHeadersListenerDetails, Session } from 'electron';
import type { Service } from '../../app/identity/service.ts';
import type { BearerSource } from '../../app/sessions/token-door.ts';
import type { UserId } from '../../app/users/user.ts';
import { mayCarryBearer, type WorkspaceRequest } from '../../app/workspaces/bearer-rule.ts';

export interface BearerAttachmentParts {
  /** Whose web session it is, for life. */
  readonly userId: UserId;
  readonly kind: Service['kind'];
  readonly ownOrigins: readonly string[];
  readonly bearers: BearerSource;
}

/** The one that each session has now. */
const attachments = new WeakMap<Session, BearerAttachment>();

/** As long as it is not known where the API is; the rule is stricter. */
const anywhere = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/**
 * Gives requests of the account's pages to the service's API the account's token, outside of the page. Takes the
 * listeners of the session's `webRequest` but `onBeforeRequest`: Electron keeps only the last of each.
 */
export const attachBearer = (session: Session, parts: BearerAttachmentParts): void => {
  const attachment = new BearerAttachment(parts);
  const { webRequest } = session;
  const listen = (urls: string[]): void => {
    webRequest.onBeforeSendHeaders({ urls }, (details, answer) => {
      // Whatever goes wrong, the request goes, and without a token.
      void attachment.headersFor(details).then(
        (requestHeaders) => answer(requestHeaders ? { requestHeaders } : {}),
        () => answer({}),
      );
    });
  };
  listen(anywhere);
  attachments.get(session)?.retire();
  attachments.set(session, attachment);
  attachment.onOriginsFound((origins) => listen(filterOf(origins)));
  webRequest.onBeforeRedirect(({ id, url }) => attachment.redirected(id, url));
  webRequest.onResponseStarted(({ id, statusCode }) => attachment.answered(id, statusCode));
  webRequest.onCompleted(({ id }) => attachment.ended(id));
  webRequest.onErrorOccurred(({ id }) => attachment.ended(id));
};

const filterOf = (origins: readonly string[]): string[] => {
  const urls = origins.flatMap((origin) => [`${origin}/*`, `${origin.replace(/^http/, 'ws')}/*`]);
  // An empty filter would be one for everything.
  return urls.length === 0 ? ['https://nowhere.invalid/*'] : urls;
};

/** What is known of the requests of one session. Apart from Electron, for its test. */
export class BearerAttachment {
  readonly #parts: BearerAttachmentParts;
  readonly #cameFrom = new Map<number, readonly string[]>();
  readonly #sent = new Map<number, string>();
  /** Requests that have begun and are not over: of others nothing is noted. */
  readonly #underWay = new Set<number>();
  #origins: readonly string[] | undefined;
  #asking: Promise<readonly string[]> | undefined;
  #foundOrigins: (origins: readonly string[]) => void = () => undefined;
  /** Of the token that the service refused last: it is told of once. */
  #refused: string | undefined;

  constructor(parts: BearerAttachmentParts) {
    this.#parts = parts;
  }

  onOriginsFound(listener: (origins: readonly string[]) => void): void {
    this.#foundOrigins = listener;
  }

  /** Another one is in its place: where the API is does not concern it any more. */
  retire(): void {
    this.#foundOrigins = () => undefined;
  }

  /** Undefined where nothing is to change. */
  async headersFor(details: Asking): Promise<Record<string, string> | undefined> {
    const { kind, ownOrigins, bearers, userId } = this.#parts;
    this.#underWay.add(details.id);
    // As it is now: while the token is being fetched the frame may show another page.
    if (!isOwnFrame(details, ownOrigins)) return undefined;
    const apiOrigins = await this.#apiOrigins();
    const mayCarry = (): boolean =>
      mayCarryBearer(asRequest(details, this.#cameFrom.get(details.id) ?? []), {
        kind,
        apiOrigins,
        ownOrigins,
      });
    if (!mayCarry()) return undefined;
    const bearer = await bearers.bearerOf(userId);
    // Given up meanwhile, it would never be told of again, and the token would stay here.
    if (!bearer.ok || !this.#underWay.has(details.id) || !mayCarry()) return undefined;
    this.#sent.set(details.id, bearer.value);
    return { ...withoutAuthorization(details.requestHeaders), Authorization: `Bearer ${bearer.value}` };
  }

  redirected(id: number, url: string): void {
    this.#cameFrom.set(id, [...(this.#cameFrom.get(id) ?? []), url]);
    this.#sent.delete(id);
  }

  answered(id: number, status: number): void {
    const token = this.#sent.get(id);
    this.#sent.delete(id);
    if (status !== 401 || token === undefined) return;
    const mark = createHash('sha256').update(token).digest('base64');
    if (mark === this.#refused) return;
    this.#refused = mark;
    void this.#parts.bearers.noteRejected(this.#parts.userId, token).catch(() => undefined);
  }

  ended(id: number): void {
    this.#underWay.delete(id);
    this.#cameFrom.delete(id);
    this.#sent.delete(id);
  }

  /** Asked again as long as they are not known, once for all that wait. */
  async #apiOrigins(): Promise<readonly string[]> {
    if (this.#origins) return this.#origins;
    this.#asking ??= this.#askOrigins();
    return this.#asking;
  }

  async #askOrigins(): Promise<readonly string[]> {
    try {
      const origins = await this.#parts.bearers.originsOf(this.#parts.userId);
      if (!origins.ok) return [];
      this.#origins = origins.value;
      this.#foundOrigins(origins.value);
      return origins.value;
    } finally {
      this.#asking = undefined;
    }
  }
}

type Asking = Pick<
  OnBeforeSendHeadersListenerDetails,
  'id' | 'url' | 'method' | 'resourceType' | 'requestHeaders' | 'initiatorOrigin'
> & { readonly frame?: AskingFrame | null | undefined };

/** The part of Electron's frames that matters. */
interface AskingFrame {
  readonly origin: string;
  readonly parent: AskingFrame | null;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

const isOwnFrame = (details: Asking, ownOrigins: readonly string[]): boolean => {
  const origins = frameOriginsOf(details.frame);
  return origins.length > 0 && origins.every((origin) => ownOrigins.includes(origin));
};

const asRequest = (details: Asking, earlierUrls: readonly string[]): WorkspaceRequest => {
  const { url, method, resourceType, frame, requestHeaders, initiatorOrigin } = details;
  const headers = new Map(Object.entries(requestHeaders).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    url,
    resourceType,
    frameOrigins: frameOriginsOf(frame),
    initiatorOrigins: [initiatorOrigin, headers.get('origin')].filter((origin) => origin !== undefined),
    earlierUrls,
    isPreflight: method === 'OPTIONS' && headers.has('access-control-request-method'),
  };
};

/** From the inside out; none where any of them is gone. A shared or service worker has no frame at all. */
const frameOriginsOf = (frame: Asking['frame']): readonly string[] => {
  const origins: string[] = [];
  for (let at = frame; at; at = at.parent) {
    if (at.isDestroyed() || at.detached) return [];
    origins.push(at.origin);
  }
  return origins;
};

/** Names of headers come in whatever letters the page chose. */
const withoutAuthorization = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
