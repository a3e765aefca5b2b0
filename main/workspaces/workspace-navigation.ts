import type { WebContents } from 'electron';
import type { UserId } from '../../app/users/user.ts';
import type { WorkspacePlace } from '../../app/workspaces/workspace-place.ts';

export interface WorkspaceGuardParts {
  readonly userId: UserId;
  readonly place: WorkspacePlace;
  /** As it is shown elsewhere; in the titles of the view's own windows. */
  accountName(): string;
  /** In the system browser or the mail program. */
  openOutside(address: string): Promise<void>;
  /** A link led to this host, and was opened outside. */
  onLeft(host: string): void;
}

/** What surrounds one view, for its life. */
export interface WorkspaceGuard {
  /** Lets the address that was opened outside last into this view for this run. False: there is none. */
  openHere(): boolean;
  /** Begins the page's own sign-in. */
  signIn(): void;
  /** The windows that pages of the view have opened are seen with it only. */
  setInSight(isInSight: boolean): void;
  /** Also one of the windows of the view? */
  owns(contents: WebContents): boolean;
}

/** Call before the view loads anything. Ends by itself when the view is destroyed. */
export const guardWorkspace = (contents: WebContents, { place }: WorkspaceGuardParts): WorkspaceGuard => ({
  openHere: () => false,
  signIn: () => void contents.loadURL(place.startUrl).catch(() => undefined),
  setInSight: () => undefined,
  owns: (other) => other === contents,
});
