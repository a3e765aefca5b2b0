import { app, shell } from 'electron';
import type { Clock, Log, Timers } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';
import type { DirectoryHost } from '../identity/directory-host.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import type { ServiceBook } from '../services/service-book.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { Sealing } from '../storage/sealing.ts';
import type { MainWindow } from '../windows/main-window.ts';
import { isDirectorySubject } from '../workspaces/directory-subject.ts';
import { Downloads } from '../workspaces/downloads.ts';
import { awaitSignInCookie } from '../workspaces/sign-in-cookie.ts';
import { WebPage } from '../workspaces/web-page.ts';
import type { WebSessions } from '../workspaces/web-sessions.ts';
import { SealedHistories } from '../workspaces/workspace-histories.ts';
import { guardWorkspace } from '../workspaces/workspace-navigation.ts';
import { WorkspaceSessions } from '../workspaces/workspace-session.ts';
import { Workspaces } from '../workspaces/workspaces.ts';

export interface WorkspacesOptions {
  readonly historyFolder: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly switcher: Switcher;
  readonly services: ServiceBook;
  readonly settings: SettingsBook;
  readonly desk: DeskBook;
  readonly requestDirectory: DirectoryHost['request'];
  readonly webSessions: Pick<WebSessions, 'endWebSession' | 'eraseWebSession'>;
  readonly window: MainWindow;
  /** As it is on screen. */
  accountName(userId: UserId): string;
  openOutside(address: string): Promise<void>;
}

/** The workspaces, each page in its account's own web session, on the main window. */
export const openWorkspaces = (options: WorkspacesOptions): Workspaces => {
  const { switcher, services, settings, desk, window, timers, log } = options;
  const downloads = new Downloads({
    folder: () => app.getPath('downloads'),
    showInFolder: (path) => shell.showItemInFolder(path),
    timers,
    log,
  });
  const sessions = new WorkspaceSessions({
    bearers: switcher.bearers,
    requestDirectory: options.requestDirectory,
    downloads,
    isInSight: (contents) => workspaces.isInSight(contents),
    emailOf: (userId) => switcher.registry.users.get(userId)?.profile.email,
    log,
  });
  const workspaces = new Workspaces({
    switcher,
    services,
    settings,
    lockedPages: {
      areKept: () => desk.view.keepsLockedPages,
      subscribe: (listener) => desk.subscribe(listener),
    },
    downloads,
    histories: new SealedHistories({
      directory: options.historyFolder,
      sealing: options.sealing,
      clock: options.clock,
      log,
    }),
    isVerified: (userId) => isDirectorySubject(switcher, userId),
    signIns: {
      awaitCookie: (userId, service) => awaitSignInCookie(sessions.open(userId, service), service),
      eraseWebSession: (userId) => options.webSessions.eraseWebSession(userId),
      endWebSession: (userId) => options.webSessions.endWebSession(userId),
    },
    window,
    timers,
    openPage: (opening) =>
      new WebPage(opening, {
        session: sessions.open(opening.userId, opening.service),
        holdRequests: (isHeld) => sessions.hold(opening.userId, isHeld),
        guard: (contents, onLeft) =>
          guardWorkspace(contents, {
            userId: opening.userId,
            place: opening.place,
            accountName: () => options.accountName(opening.userId),
            openOutside: (address) => options.openOutside(address),
            onLeft,
          }),
        stage: window,
        log,
      }),
  });
  window.onPageLeft(() => workspaces.stageLost());
  return workspaces;
};
