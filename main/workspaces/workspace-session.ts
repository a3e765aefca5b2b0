import { session, type Session, type WebContents, type WebPreferences } from 'electron';
import type { Service } from '../../app/identity/service.ts';
import type { Log } from '../../app/ports.ts';
import type { BearerSource } from '../../app/sessions/token-door.ts';
import type { UserId } from '../../app/users/user.ts';
import { withLoginHint } from '../../app/workspaces/login-hint.ts';
import { placeOf, type WorkspacePlace } from '../../app/workspaces/workspace-place.ts';
import type { DirectoryHost } from '../identity/directory-host.ts';
import { openWorkspacePermissions } from '../security/workspace-permissions.ts';
import { attachBearer } from './bearer-attachment.ts';
import { serveDirectory } from './directory-scheme.ts';
import type { Downloads } from './downloads.ts';
import { plainUserAgent } from './plain-user-agent.ts';

export interface WorkspaceSessionsParts {
  readonly bearers: BearerSource;
  readonly requestDirectory: DirectoryHost['request'];
  readonly downloads: Downloads;
  /** Is it the active account's view that the person sees now, or a window of it? */
  isInSight(contents: WebContents): boolean;
  /** Of the account, for the hint at its own issuer. */
  emailOf(userId: UserId): string | undefined;
  readonly log: Log;
}

/** The web session of each account: opaque name, closed before anything uses it, once in every run. */
export class WorkspaceSessions {
  readonly #parts: WorkspaceSessionsParts;
  readonly #opened = new Map<UserId, Opened>();

  constructor(parts: WorkspaceSessionsParts) {
    this.#parts = parts;
  }

  /** The same one for the rest of the run. Where the service's workspace has moved, its walls move along. */
  open(userId: UserId, service: Service): Session {
    const known = this.#opened.get(userId);
    // Closed for everything by `session-created`, within this call; what follows opens what a workspace needs.
    const own = known?.session ?? session.fromPartition(partitionOf(userId));
    const place = placeOf(service);
    const placeText = JSON.stringify(place);
    if (known?.placeText === placeText) return own;
    if (!place) return own;
    const opening = { userId, service, place };
    this.#opened.set(userId, { session: own, placeText, opening });
    if (!known) this.#prepare(own, opening);
    this.#open(own, opening);
    return own;
  }

  /** As long as it is held, nothing of the session reaches a network, workers of its pages included. */
  hold(userId: UserId, isHeld: boolean): void {
    const opened = this.#opened.get(userId);
    // The directory's never does.
    if (!opened || opened.opening.service.kind === 'directory') return;
    if (isHeld) {
      shut(opened.session);
      void opened.session.closeAllConnections();
    } else this.#hintAtSignIn(opened.session, opened.opening);
  }

  /** What is the same wherever the workspace is. */
  #prepare(own: Session, { userId, service }: Opening): void {
    const { bearers, downloads, requestDirectory } = this.#parts;
    own.setUserAgent(plainUserAgent(own.getUserAgent()));
    downloads.attach(userId, own, (contents) => this.#parts.isInSight(contents));
    if (service.kind !== 'directory') return;
    shut(own);
    serveDirectory(own, { userId, bearers, request: requestDirectory });
  }

  #open(own: Session, { userId, service, place }: Opening): void {
    const { bearers } = this.#parts;
    openWorkspacePermissions(own, {
      ownOrigins: place.ownOrigins,
      isInSight: (contents) => this.#parts.isInSight(contents),
    });
    if (service.kind === 'directory') return;
    this.#hintAtSignIn(own, { userId, service, place });
    // A website has no tokens.
    if (service.kind !== 'website')
      attachBearer(own, { userId, kind: service.kind, ownOrigins: place.ownOrigins, bearers });
  }

  #hintAtSignIn(own: Session, { userId, place }: Opening): void {
    hintAtSignIn(own, place, () => this.#parts.emailOf(userId));
  }
}

interface Opened {
  readonly session: Session;
  readonly placeText: string;
  readonly opening: Opening;
}

interface Opening {
  readonly userId: UserId;
  readonly service: Service;
  readonly place: WorkspacePlace;
}

/** The directory is on this computer: nothing of its page has any business in a network. */
const network = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'];

const shut = (own: Session): void =>
  own.webRequest.onBeforeRequest({ urls: [...network] }, (_details, answer) => answer({ cancel: true }));

/** The page's own sign-in begins with the account's e-mail filled in, where its issuer takes that. */
const hintAtSignIn = (own: Session, place: WorkspacePlace, email: () => string | undefined): void => {
  if (place.signInOrigins.length === 0) {
    own.webRequest.onBeforeRequest(null);
    return;
  }
  own.webRequest.onBeforeRequest(
    { urls: place.signInOrigins.map((origin) => `${origin}/*`), types: ['mainFrame'] },
    ({ method, url }, answer) => {
      const redirectURL = method === 'GET' ? withLoginHint(url, place, email()) : undefined;
      answer(redirectURL === undefined ? {} : { redirectURL });
    },
  );
};

export const partitionOf = (userId: UserId): string => `persist:${userId}`;

/** How every page of a workspace is made: apart from Hotseat, from Node and from other accounts. */
export const workspacePreferences = (own: Session): WebPreferences => ({
  session: own,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  // A page in full screen fills its place in the window; the account’s label stays in sight.
  disableHtmlFullscreenWindowResize: true,
  devTools: !__PACKAGED_GUARDS__,
});
