import type { Session, WebContents } from 'electron';
import { safeOriginOf } from '../../app/workspaces/web-address.ts';
import { denied, isGrantedBy, permissions, type Permission, type Verdict } from './permissions.ts';

const granted = (because: string): Verdict => ({ isGranted: true, because });

const notYet = 'there is no way yet to ask the person, and to show afterwards who sees, hears or knows';

/** What the page of a workspace may do: what a web app cannot do without, and what no other account notices. */
const workspacePermissions: Readonly<Record<Permission, Verdict>> = {
  ...permissions,
  fullscreen: granted('a video fills its place in the window, and only that: the account stays in sight'),
  'clipboard-sanitized-write': granted(
    'a button that copies; nothing is read, and what is written is cleaned',
  ),
  'clipboard-read': denied('what was copied in one account is nothing to the page of another'),
  'deprecated-sync-clipboard-read': denied(
    'what was copied in one account is nothing to the page of another',
  ),
  pointerLock: denied('a page that holds the pointer keeps the person from seeing and changing who they are'),
  keyboardLock: denied('the keys that switch accounts work whatever the page wants'),
  notifications: denied('they would show the name of a page, and not whose account it is'),
  media: denied(notYet),
  'display-capture': denied('other accounts, and their names, are on the same screen'),
  geolocation: denied(notYet),
  'geolocation-approximate': denied(notYet),
  'persistent-storage': denied('everything is kept until the account is removed, asked for or not'),
  'storage-access': denied('embedded pages of others stay strangers to the account'),
  'top-level-storage-access': denied('embedded pages of others stay strangers to the account'),
  'local-network': denied('no page of a service looks around in the network of the person'),
  'local-network-access': denied('no page of a service looks around in the network of the person'),
  'loopback-network': denied('other programs of this computer take requests from here for the person’s own'),
  openExternal: denied('links go through the rules of the workspace'),
  'window-management': denied('how many screens there are, and where, is nobody’s concern'),
};

export interface WorkspacePermissionParts {
  readonly ownOrigins: readonly string[];
  /** Is it the active account's view that the person sees now, or a window of it? */
  isInSight(contents: WebContents): boolean;
}

/** Lets the service's own pages do what the table grants, as long as the person sees them. */
export const openWorkspacePermissions = (session: Session, parts: WorkspacePermissionParts): void => {
  const mayHave = (contents: WebContents | null, permission: string, asking: string | undefined): boolean => {
    if (!contents || asking === undefined || !isGrantedBy(workspacePermissions, permission)) return false;
    const origin = safeOriginOf(asking);
    return origin !== undefined && parts.ownOrigins.includes(origin) && parts.isInSight(contents);
  };
  session.setPermissionRequestHandler((contents, permission, answer, { requestingUrl }) =>
    answer(mayHave(contents, permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((contents, permission, requestingOrigin) =>
    mayHave(contents, permission, requestingOrigin),
  );
};
