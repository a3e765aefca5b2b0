import type { Rectangle, WebContents } from 'electron';
import type { WorkspaceAction, WorkspaceView } from '../../app/contract/workspace-views.ts';
import type { Service } from '../../app/identity/service.ts';
import type { UserId } from '../../app/users/user.ts';
import type { WorkspacePlace } from '../../app/workspaces/workspace-place.ts';
import type { PageHistory } from './page-history.ts';

/** What a page says of itself. */
export type PageLook = Omit<WorkspaceView, 'id' | 'isVerified' | 'downloads'>;

export type PageAction = Exclude<WorkspaceAction, 'focus'>;
export type FindDirection = 'first' | 'next' | 'previous';

/** One account's page in a view of its own. Nothing of it is heard after `close`. */
export interface WorkspacePage {
  readonly look: PageLook;
  /** Is there something that the person may be shown? Not before the first page, nor after a failure. */
  readonly hasContent: boolean;
  readonly isFocused: boolean;
  /** Is this its page, or a window that its page has opened? */
  owns(contents: WebContents): boolean;
  /** Undefined as long as there is nothing to come back to. */
  history(): PageHistory | undefined;
  /** In pixels of the window that do not depend on the screen's scale. */
  show(bounds: Rectangle): void;
  hide(): void;
  /** That of an inactive user is silent. */
  setActive(isActive: boolean): void;
  /** That of a locked user: it shows nothing, computes nothing and reaches nobody until it is let go on. */
  setSuspended(isSuspended: boolean): void;
  focus(): void;
  /** A picture of what is shown, as a data URL. */
  capture(): Promise<string | undefined>;
  perform(action: PageAction): void;
  /** An empty text ends the search. */
  find(text: string, direction: FindDirection): void;
  /** What the page has stored reaches the disk. */
  flush(): Promise<void>;
  close(): void;
}

export interface PageOpening {
  readonly userId: UserId;
  readonly service: Service;
  readonly place: WorkspacePlace;
  /** Where it was left; otherwise it begins where the service's workspace does. */
  readonly from: PageHistory | undefined;
  /** Something that is asked of the page has changed; `soon`: a moment later will do. */
  changed(when: 'now' | 'soon'): void;
  /** The page has ended its own view (`window.close`), which Electron asks nobody about. */
  closedItself(): void;
}

/** Opens a page in the account's own web session, hardened before. */
export type OpenPage = (opening: PageOpening) => WorkspacePage;
