import type { AccountRequests } from '../../app/account-requests.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../app/contract/commands.ts';
import type { MarkPicture } from '../../app/contract/mark-picture.ts';
import type { Snapshot } from '../../app/contract/views.ts';
import type { ErrorReport } from '../../app/errors.ts';
import { addressOf } from '../../app/identity/service-rules.ts';
import type { AskedLinks } from '../../app/launch/asked-links.ts';
import { done, succeed, type Outcome } from '../../app/outcome.ts';
import type { JsonValue } from '../../app/ports.ts';
import { SeveralUsers } from '../../app/several-users.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';
import type { ServiceBook } from '../services/service-book.ts';
import type { AuditDesk } from '../audit/audit-desk.ts';
import type { DiagnosisDesk } from '../diagnosis/diagnosis-desk.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import type { PortableDesk } from '../portable/portable-desk.ts';
import type { RemovalList } from '../removals/removal-list.ts';
import type { RequestDesk } from '../requests/request-desk.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { KeyBook } from '../windows/key-book.ts';
import type { SurfaceControl } from '../windows/surface-control.ts';
import type { UpdateControl } from '../updates/update-control.ts';
import type { WorkspaceControl } from '../workspaces/workspace-control.ts';
import type { LogInAttempts } from './log-in-attempts.ts';

/** What is done for every command of the contract; a command without a line here does not compile. */
export type CommandTable = {
  readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<Outcome<Answer<Name>>>;
};

/** As the core gives it: nothing as `void`, and JSON that nobody may change. The router has the contract's word. */
type Answer<Name extends CommandName> = Name extends 'callFunction'
  ? JsonValue
  : [CommandOutput<Name>] extends [undefined]
    ? void
    : CommandOutput<Name>;

export interface CommandParts {
  readonly switcher: Switcher;
  readonly attempts: LogInAttempts;
  readonly accounts: AccountRequests;
  readonly services: ServiceBook;
  readonly workspaces: WorkspaceControl;
  readonly requests: RequestDesk;
  readonly removals: RemovalList;
  readonly settings: SettingsBook;
  readonly updates: UpdateControl;
  readonly desk: Pick<DeskBook, 'refusalOfAdding' | 'refusalOfEditing' | 'refusalOfExport'>;
  readonly audit: AuditDesk;
  readonly links: Pick<AskedLinks, 'follow' | 'dismiss'>;
  readonly surfaces: SurfaceControl;
  readonly keys: Pick<KeyBook, 'capture' | 'cancelCapture' | 'change' | 'reset'>;
  readonly portable: PortableDesk;
  readonly diagnosis: DiagnosisDesk;
  tellUnlockFailed(userId: UserId, error: ErrorReport): void;
  /** Tells the window how far the removal of all is. */
  tellRemoved(done: number, total: number): void;
  /** A page of a service, in the system browser or as text in the clipboard. */
  openPage(url: string, where: 'browser' | 'clipboard'): Promise<Outcome<void>>;
  /** Puts a secret into the clipboard for a minute. */
  handOutSecret(secret: string): void;
  leaveQuickWindow(): void;
  readSnapshot(): Snapshot;
  checkSessionStorage(): Promise<void>;
  beginWithNewKey(): Promise<Outcome<void>>;
  dismissNotice(noticeId: string): void;
  keepMarkPicture(picture: MarkPicture): void;
}

export const commandTable = (parts: CommandParts): CommandTable => {
  const { switcher, attempts, accounts, services, workspaces, requests, removals, settings, updates } = parts;
  const unlock = async (
    userId: UserId,
    by: (locking: Switcher['locking']) => Promise<Outcome<void>>,
  ): Promise<Outcome<void>> => {
    const unlocked = await by(switcher.locking);
    if (!unlocked.ok) parts.tellUnlockFailed(userId, unlocked.error);
    return unlocked;
  };
  const several = new SeveralUsers(switcher);
  return {
    readSnapshot: async () => succeed(parts.readSnapshot()),
    logIn: ({ attemptId, ...request }) =>
      attempts.run(attemptId, (accompaniment) => switcher.logIn(request, accompaniment)),
    createAccount: ({ attemptId, serviceId, ...account }) =>
      attempts.run(attemptId, ({ cancellation }) =>
        switcher.createAccount({ serviceId, account }, cancellation),
      ),
    cancelLogIn: async ({ attemptId }) => {
      attempts.cancel(attemptId);
      return done;
    },
    confirmSignedIn: async ({ attemptId }) => {
      attempts.confirm(attemptId);
      return done;
    },
    openLogInPage: async ({ attemptId, in: where }) => {
      const url = attempts.pageOf(attemptId);
      return url === undefined ? done : parts.openPage(url, where);
    },
    requestForEmail: ({ serviceId, request }) => accounts.requestForEmail(serviceId, request),
    switchTo: ({ userId }) => switcher.switchTo(userId),
    findByText: async ({ text }) => succeed(parts.surfaces.find(text)),
    performCommand: async ({ command }) => {
      parts.surfaces.perform(command);
      return done;
    },
    performForUser: ({ command, userId }) => parts.surfaces.performForUser(command, userId),
    choose: async ({ userId }) => {
      parts.surfaces.choose(userId);
      return done;
    },
    leaveQuickWindow: async () => {
      parts.leaveQuickWindow();
      return done;
    },
    lock: ({ userId }) => switcher.locking.lock(userId),
    lockAll: () => switcher.locking.lockAll(),
    unlock: ({ userId, secret }) => unlock(userId, (locking) => locking.unlock(userId, secret)),
    unlockByTouchId: ({ userId }) => unlock(userId, (locking) => locking.unlockByTouchId(userId)),
    setUpUnlocking: ({ userId, kind, secret, mayUseTouchId }) =>
      switcher.locking.setUp(userId, { kind, text: secret }, { mayUseTouchId }),
    giveUpUnlocking: ({ userId }) => switcher.locking.giveUp(userId),
    lockWhenLeft: ({ userId, isLockedWhenLeft }) => switcher.locking.lockWhenLeft(userId, isLockedWhenLeft),
    logOut: ({ userId }) => switcher.logOut(userId),
    rename: ({ userId, nickname }) => switcher.rename(userId, nickname),
    chooseColour: ({ userId, colour }) => switcher.chooseColour(userId, colour),
    moveUser: ({ userId, place }) => switcher.move(userId, place),
    remove: ({ userId }) => switcher.remove(userId),
    deleteAccount: ({ userId }) => switcher.deleteAccount(userId),
    callFunction: ({ userId, name, arguments: args }) => switcher.callFunction(userId, name, args),
    readAccountDetails: ({ userId }) => accounts.details(userId),
    refreshProfile: ({ userId }) => accounts.refreshProfile(userId),
    linkIdentity: ({ userId, method }) => accounts.linkIdentity(userId, method),
    endBrowserSession: async ({ userId }) => {
      const url = await accounts.endSessionUrl(userId);
      return url.ok ? parts.openPage(url.value, 'browser') : url;
    },
    listApiKeys: ({ userId }) => accounts.listApiKeys(userId),
    createApiKey: async ({ userId, name }) => {
      const created = await accounts.createApiKey(userId, name);
      if (!created.ok) return created;
      parts.handOutSecret(created.value.key);
      return succeed(created.value.apiKey);
    },
    setApiKeyEnabled: ({ userId, keyId, isEnabled }) => accounts.setApiKeyEnabled(userId, keyId, isEnabled),
    deleteApiKey: ({ userId, keyId }) => accounts.deleteApiKey(userId, keyId),
    checkService: ({ draft, serviceId }) => services.check(draft, serviceId),
    addService: async ({ draft, otherOrigins }) =>
      parts.desk.refusalOfAdding(addressOf(draft)) ?? services.add(draft, otherOrigins),
    editService: async ({ serviceId, draft, otherOrigins }) =>
      parts.desk.refusalOfEditing(
        services.list().find(({ id }) => id === serviceId),
        addressOf(draft),
      ) ?? services.edit(serviceId, draft, otherOrigins),
    removeService: async ({ serviceId }) => {
      const { users, order } = switcher.registry;
      const removed = await switcher.removeTogether(
        order.filter((id) => users.get(id)?.serviceId === serviceId),
      );
      return removed.ok ? services.remove(serviceId) : removed;
    },
    placeWorkspace: async (stage) => {
      workspaces.place(stage);
      return done;
    },
    driveWorkspace: (input) => workspaces.drive(input),
    findInWorkspace: (input) => workspaces.find(input),
    handleDownload: (input) => workspaces.handleDownload(input),
    sendRequest: (input) => requests.send(input),
    cancelRequest: async ({ requestId }) => {
      requests.cancel(requestId);
      return done;
    },
    readRequestBook: (input) => requests.book(input),
    saveRequest: (input) => requests.save(input),
    forgetRequest: (input) => requests.forget(input),
    clearPastRequests: (input) => requests.clearPast(input),
    copyAsCurl: (input) => requests.copyAsCurl(input),
    lockUsers: async ({ userIds }) => succeed(await several.lock(userIds)),
    logOutUsers: async ({ userIds }) => succeed(await several.logOut(userIds)),
    removeUsers: ({ userIds }) =>
      several.remove(userIds, (removed) => parts.tellRemoved(removed, userIds.length)),
    removeAll: () => switcher.removeAll((removed, total) => parts.tellRemoved(removed, total)),
    listRemovals: () => removals.list(),
    forgetRemovals: () => removals.forget(),
    checkForUpdates: () => updates.check(),
    downloadUpdate: () => updates.download(),
    cancelUpdate: async () => {
      updates.cancelDownload();
      return done;
    },
    installUpdate: () => updates.install(),
    listAudit: () => parts.audit.list(),
    verifyAudit: () => parts.audit.verify(),
    exportAudit: async () => parts.desk.refusalOfExport() ?? parts.audit.export(),
    runDiagnosis: () => parts.diagnosis.run(),
    saveDiagnosis: (options) => parts.diagnosis.save(options),
    captureKey: async () => succeed(await parts.keys.capture()),
    cancelKeyCapture: async () => {
      parts.keys.cancelCapture();
      return done;
    },
    changeKey: ({ command, wanted }) => parts.keys.change(command, wanted),
    resetKeys: () => parts.keys.reset(),
    exportAccounts: async () => parts.desk.refusalOfExport() ?? parts.portable.export(),
    openAccountList: () => parts.portable.open(),
    importAccounts: ({ previewId }) => parts.portable.import(previewId),
    takeImportBack: () => parts.portable.takeBack(),
    changeSettings: (part) => settings.change(part),
    checkSessionStorage: async () => {
      await parts.checkSessionStorage();
      return done;
    },
    beginWithNewKey: () => parts.beginWithNewKey(),
    keepMarkPicture: async (picture) => {
      parts.keepMarkPicture(picture);
      return done;
    },
    dismissNotice: async ({ noticeId }) => {
      parts.dismissNotice(noticeId);
      return done;
    },
    followLink: ({ linkId }) => parts.links.follow(linkId),
    dismissLink: async ({ linkId }) => {
      parts.links.dismiss(linkId);
      return done;
    },
  };
};
