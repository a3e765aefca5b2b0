import { session, type Session, type WebContents, type WebPreferences } from 'electron';
import type { Service } from '../../app/identity/service.ts';
import type { Log } from '../../app/ports.ts';
import type { BearerSource } from '../../app/sessions/token-door.ts';
import type { UserId } from '../../app/users/user.ts';
import { placeOf } from '../../app/workspaces/workspace-place.ts';
import type { DirectoryHost } from '../identity/directory-host.ts';
import { serveDirectory } from './directory-scheme.ts';
import type { Downloads } from './downloads.ts';

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
  readonly #opened = new Map<UserId, Session>();

  constructor(parts: WorkspaceSessionsParts) {
    this.#parts = parts;
  }

  /** The same one for the rest of the run, whatever is asked again. */
  open(userId: UserId, service: Service): Session {
    const known = this.#opened.get(userId);
    if (known) return known;
    const opened = session.fromPartition(partitionOf(userId));
    this.#opened.set(userId, opened);
    if (service.kind === 'directory' && placeOf(service))
      serveDirectory(opened, { userId, bearers: this.#parts.bearers, request: this.#parts.requestDirectory });
    return opened;
  }
}

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
