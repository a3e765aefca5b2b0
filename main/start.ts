import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { app, safeStorage, shell } from 'electron';
import type { SessionStorageView } from '../app/contract/views.ts';
import type { DiagnosisFacts } from '../app/diagnosis/diagnosis-report.ts';
import { isSharedRule, shutAtStart } from '../app/desk/switching-rule.ts';
import { AskedLinks } from '../app/launch/asked-links.ts';
import type { StartedBy } from '../app/launch/launch-request.ts';
import { canProveAt } from '../app/sessions/offered-services.ts';
import { largestFileBytes } from '../app/portable/portable-file.ts';
import { Switcher } from '../app/switcher.ts';
import icon from '../build/icons/256x256.png?asset';
import { createDiagnosisDesk } from './diagnosis/diagnosis-desk.ts';
import { signingKeyBytes } from './directory/signing-key-size.ts';
import { forkDirectory } from './identity/fork-directory.ts';
import { ChangeFeed } from './ipc/change-feed.ts';
import { commandTable } from './ipc/command-table.ts';
import { LogInAttempts } from './ipc/log-in-attempts.ts';
import { logInStepView } from './ipc/log-in-step-view.ts';
import { allAskedBy } from './audit/surface.ts';
import { openAudit } from './launch/open-audit.ts';
import { recordCrashes } from './launch/crash-events.ts';
import { connectDirectory } from './launch/directory-connection.ts';
import { DirectoryKey } from './launch/directory-key.ts';
import { directoryNotice } from './launch/directory-notice.ts';
import { followLanguage } from './launch/follow-language.ts';
import { finishWhatWasLeft } from './launch/finish-what-was-left.ts';
import { lockWhenDue } from './launch/lock-events.ts';
import type { Service } from '../app/identity/service.ts';
import type { UserId } from '../app/users/user.ts';
import type { LinkInbox } from './launch/link-inbox.ts';
import { NoticeBoard } from './launch/notice-board.ts';
import { openDesk } from './launch/open-desk.ts';
import { openKeys } from './launch/open-keys.ts';
import { openRequests } from './launch/open-requests.ts';
import { openServices } from './launch/open-services.ts';
import { foldersIn, openStorage } from './launch/open-storage.ts';
import { openUpdates } from './launch/open-updates.ts';
import { openWindow } from './launch/open-window.ts';
import { openWorkspaces } from './launch/open-workspaces.ts';
import { handedOver } from './launch/other-launch.ts';
import { openSystem } from './launch/open-system.ts';
import { closeBeforeQuit } from './launch/quit.ts';
import { serveWindows } from './launch/serve-windows.ts';
import { systemClock, systemRandom, systemStopwatch } from './launch/system-ports.ts';
import { systemTimers } from './launch/system-timers.ts';
import { tellOfWakingAndNetwork } from './launch/upkeep-events.ts';
import { vaultUnderKey } from './launch/vault-under-key.ts';
import { CrashBook } from './logging/crash-book.ts';
import { followLogLevel } from './logging/log-level.ts';
import { logUncaught, openLog } from './logging/log.ts';
import { createBoundedFetch } from './network/bounded-fetch.ts';
import { requestFetch } from './network/request-session.ts';
import { PortableDesk } from './portable/portable-desk.ts';
import { serveApp } from './security/app-protocol.ts';
import { guardNavigation } from './security/navigation.ts';
import { closePermissions } from './security/permissions.ts';
import { openTextOf, saveTextAs } from './shell/chosen-file.ts';
import { keepApplicationMenu } from './shell/application-menu.ts';
import { showAttention } from './shell/attention-notifications.ts';
import { isStartedByLogin, systemLoginItem } from './shell/login-item.ts';
import { menuRowCount } from './shell/menu-template.ts';
import { createSecretHandOut } from './shell/secret-hand-out.ts';
import { createServicePages } from './shell/service-pages.ts';
import { systemClipboard } from './shell/system-clipboard.ts';
import { isTrayWanted } from './shell/system-surfaces.ts';
import { deriveInWorker } from './locks/derive-in-worker.ts';
import { UserLocks } from './locks/user-locks.ts';
import { partitionsIn } from './storage/local-traces.ts';
import { SafeStorageWrapping } from './storage/safe-storage-wrapping.ts';
import { Sealing } from './storage/sealing.ts';
import { SecretFile } from './storage/secret-file.ts';
import { noteOpenedWebSessions } from './removals/opened-web-sessions.ts';
import { ReceiptBook } from './removals/receipt-book.ts';
import { UserTraces } from './removals/user-traces.ts';
import { WebSessionNotes } from './removals/web-session-notes.ts';
import { RequestBooks } from './requests/request-books.ts';
import { KeptSettings } from './settings/kept-settings.ts';
import { withLoginItem } from './settings/login-item-settings.ts';
import { WebSessions } from './workspaces/web-sessions.ts';
import { surfaceStateOf } from './windows/surface.ts';
import { followTheme } from './windows/theme.ts';
import { speech } from './shell/spoken.ts';
import { windowTitle } from './windows/window-title.ts';

/** Interrupted removals and waiting revocations have time until the window is there. */
const finishAfterMs = 1_500;

const jsonFiles = { name: 'JSON', extensions: ['json'] };
const textFiles = { name: 'Text', extensions: ['txt', 'md'] };

export interface StartOptions {
  readonly startedBy: StartedBy;
  readonly links: LinkInbox;
}

/** Puts Hotseat together, once the guards of the entry have let it through. */
export const start = async ({ startedBy, links }: StartOptions): Promise<void> => {
  const userData = app.getPath('userData');
  const folders = foldersIn(userData);
  const built = join(app.getAppPath(), 'out');
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  const clock = systemClock;

  const log = openLog(folders.logs, { isPrinted: !__PACKAGED_GUARDS__ });
  const crashes = new CrashBook({
    folder: folders.logs,
    clock,
    versions: { hotseat: app.getVersion(), electron: process.versions.electron },
  });
  logUncaught(log, (reason, cause) => crashes.record({ process: 'main', reason, cause }));
  recordCrashes(crashes);

  app.on('session-created', closePermissions);
  const isWebSessionOpen = noteOpenedWebSessions();
  guardNavigation();

  const notices = new NoticeBoard();
  const wrapping = new SafeStorageWrapping({
    safeStorage,
    platform,
    electronVersion: process.versions.electron,
    whenReady: () => app.whenReady(),
    wait: (ms) => wait(ms, undefined, { ref: false }),
  });
  const sealing = new Sealing(wrapping, randomBytes);
  const settings = new KeptSettings({ directory: folders.settings, clock });
  notices.post(settings.notices);
  const language = await followLanguage(settings);
  followLogLevel(log, settings);
  log.info('Hotseat starts', { version: app.getVersion(), by: startedBy });
  const { desk, touchId } = openDesk({
    userData,
    platform,
    settings,
    accountName: (userId) => feed.viewOf(userId)?.name,
    policyBroken: () => notices.post([{ kind: 'failsClosed', what: 'policy' }]),
  });

  const directoryKey = new DirectoryKey(
    new SecretFile({ directory: folders.secrets, name: 'directory-signing-key', sealing, clock }),
    () => randomBytes(signingKeyBytes),
    () => feed.sessionStorageChanged(),
  );
  const directory = connectDirectory({
    fork: forkDirectory(log),
    modulePath: join(built, 'main', 'directory.js'),
    databaseFile: join(folders.directory, 'directory.sqlite'),
    signingKey: () => directoryKey.current(),
    timers: systemTimers,
    log,
    onFailed: (reason) => notices.post([directoryNotice(reason)].flatMap((notice) => notice ?? [])),
  });
  const openPage = createServicePages({
    openExternal: (url) => shell.openExternal(url),
    copyText: (text) => systemClipboard.writeText(text),
    log,
  });
  const { services, secrets, ...opened } = openServices({
    directory: folders.services,
    sealing,
    directoryTransport: directory.transport,
    fetch: createBoundedFetch({ fetch: requestFetch, timers: systemTimers }),
    device: { platform, platformVersion: process.getSystemVersion(), appVersion: app.getVersion() },
    browser: { open: (url) => openPage(url, 'browser') },
    pages: { open: (userId, service) => workspaces.openSignIn(userId, service) },
    random: systemRandom,
    directoryName: () => speech.words.system.thisComputer,
    hasAccounts: (id) => [...switcher.registry.users.values()].some(({ serviceId }) => serviceId === id),
    clock,
    timers: systemTimers,
    log,
  });
  notices.post(opened.notices);

  const locks = new UserLocks({
    directory: folders.locks,
    sealing,
    clock,
    stopwatch: systemStopwatch,
    randomBytes,
    derive: deriveInWorker(pathToFileURL(join(built, 'main', 'key-derivation-worker.js'))),
    touchId,
    rules: desk,
  });
  const storage = await openStorage({
    userData,
    sealing,
    clock,
    log,
    locks,
    shutter:
      desk.policy.remembersAccounts === false
        ? () => 'loggedOut'
        : shutAtStart(desk.switching, ({ serviceId }) => canProveAt(services, serviceId)),
    mayStoreSessions: () => desk.policy.remembersAccounts !== false,
  });
  notices.post(storage.notices);

  const { updates, ...updating } = openUpdates({
    platform,
    userData,
    directory: folders.updates,
    updatesAllowed: () => desk.policy.mayUpdate !== false,
    settings,
    clock,
    timers: systemTimers,
    random: systemRandom,
    log,
  });

  const webSessions = new WebSessions({
    partitionsFolder: partitionsIn(userData),
    isOpen: isWebSessionOpen,
    log,
  });
  const removals = new ReceiptBook({
    directory: folders.receipts,
    clock,
    random: systemRandom,
    kindOf: (serviceId) => services.list().find(({ id }) => id === serviceId)?.kind,
  });
  notices.post(removals.notices);
  const requestBooks = new RequestBooks({
    directory: folders.requests,
    clock,
    timers: systemTimers,
    log,
    post: (found) => notices.post(found),
  });
  const switcher = new Switcher(
    {
      clock,
      timers: systemTimers,
      random: systemRandom,
      registryStore: storage.registryStore,
      vault: vaultUnderKey(storage.vault, directoryKey),
      tombstones: storage.tombstones,
      traces: new UserTraces({
        files: storage.traces,
        webSessions,
        requests: requestBooks,
        isWebSessionOpen,
        closeNotificationsOf: (userId) => {
          system.surfaces.flush();
          return attention.closeOf(userId);
        },
      }),
      receipts: removals,
      webSessions: new WebSessionNotes(storage.webSessionEnds, webSessions),
      outbox: storage.outbox,
      services,
      unlocking: locks,
      heardAll: nextTurn,
      log,
    },
    storage.restored,
    // Read when somebody leaves.
    {
      get succession() {
        return isSharedRule(desk.switching) ? 'nobody' : settings.current.succession;
      },
      rules: desk,
    },
  );

  const { window, quickWindow, questions, curtain, ...opening } = openWindow({
    directory: folders.window,
    preloadFolder: join(built, 'preload'),
    icon,
    desk,
    settings,
    clock,
    timers: systemTimers,
    log,
    title: () => windowTitle(feed.active),
    curtainMoved: (isDown, lastFocused) => {
      workspaces.setCurtain(isDown, lastFocused);
      feed.curtainMoved();
    },
  });
  // Before the feed: a page leaves the window before the window is told that its account has.
  const workspaces = openWorkspaces({
    historyFolder: folders.workspaces,
    sealing,
    clock,
    timers: systemTimers,
    log,
    switcher,
    services,
    settings,
    desk,
    requestDirectory: directory.request,
    webSessions,
    window,
    questions,
    accountName: (userId) => feed.viewOf(userId)?.name ?? '',
    // The rules of the workspace have looked at its scheme.
    openOutside: (address) => shell.openExternal(address),
  });

  const requests = openRequests({
    userData,
    runtimeDirectory: process.env['XDG_RUNTIME_DIR'],
    platform,
    switcher,
    services,
    books: requestBooks,
    directoryTransport: directory.transport,
    fetch: requestFetch,
    clipboard: systemClipboard,
    tell: (requestId, userId, part) => window.push({ kind: 'answerPart', requestId, userId, part }),
    stopwatch: systemStopwatch,
    clock,
    timers: systemTimers,
    random: systemRandom,
  });

  const sessionStorage = (): SessionStorageView => {
    if (desk.policy.remembersAccounts === false) return { kind: 'inMemoryByRule' };
    const protection = wrapping.protection();
    return protection.kind === 'protected'
      ? { ...protection, isAnother: directoryKey.isStandInNow }
      : protection;
  };

  const feed = new ChangeFeed(
    {
      get registry() {
        return switcher.registry;
      },
      isSessionOpen: (userId) => switcher.isSessionOpen(userId),
      isUnreachable: (userId) => switcher.isUnreachable(userId),
      isUnreadable: (userId) => switcher.isUnreadable(userId),
      isEndingSoon: (userId) => switcher.isEndingSoon(userId),
      hasTouchIdKey: (userId) => locks.hasTouchIdKey(userId),
      sessionStorage,
      notices: () => notices.list(),
      services: () => services.list(),
      workspaces: () => workspaces.list(),
      settings: () => settings.current,
      keys: () => keys.view,
      desk: () => desk.view,
      updates: () => updates.current,
      isCurtainDown: () => curtain.isDown,
      language: () => speech.language,
      anonymousName: (number) => speech.words.system.anonymous({ number: String(number) }),
      linkAsk: () => askedLinks.current,
    },
    { platform, version: app.getVersion() },
  );
  // Before the feed, which forgets the name of who is gone.
  const audit = openAudit({
    directory: folders.audit,
    secretsFolder: folders.secrets,
    sealing,
    clock,
    log,
    randomBytes,
    questions,
    switcher,
    mode: () => desk.view.audit,
    nameOf: (userId) => feed.viewOf(userId)?.name,
  });
  switcher.subscribe((event) => feed.registryChanged(event));
  services.subscribe(() => feed.servicesChanged());
  workspaces.subscribe(() => feed.workspacesChanged());
  settings.subscribe(() => feed.settingsChanged());
  desk.subscribe(() => {
    audit.recorder.record('rulesChanged');
    feed.deskChanged();
    void sweepTouchIdKeys();
  });
  const sweepTouchIdKeys = async (): Promise<void> => {
    const users = await locks.sweepTouchIdKeys();
    feed.registryChanged({ users, isOrderChanged: false, isActiveChanged: false });
  };
  updates.subscribe(() => feed.updatesChanged());
  notices.subscribe(() => feed.noticesChanged());
  wrapping.subscribe(({ kind }) => {
    feed.sessionStorageChanged();
    if (kind === 'protected') void keepWhatWasInMemory();
  });
  const keepWhatWasInMemory = async (): Promise<void> => {
    if (await directoryKey.adopt()) {
      await directory.restart();
      feed.sessionStorageChanged();
    }
    await switcher.saveSessionsInMemory();
    await secrets.saveThoseInMemory();
  };

  const { surface, keys, control } = openKeys({
    platform,
    window,
    quickWindow,
    switcher,
    workspaces,
    services,
    settings,
    desk,
    feed,
    timers: systemTimers,
    changed: () => {
      feed.keysChanged();
      menu.invalidate();
    },
  });
  const menu = keepApplicationMenu(
    () => ({
      rows: feed.firstRows(menuRowCount),
      activeId: switcher.registry.activeId,
      surface: surfaceStateOf(switcher, workspaces),
      bindings: keys.bindings,
    }),
    (command) => allAskedBy('menu', surface).perform(command),
    systemTimers,
    platform,
  );
  const loginItem = systemLoginItem();
  const system = openSystem({
    platform,
    plainIcon: icon,
    feed,
    surface,
    window,
    settings,
    loginItem,
    timers: systemTimers,
    log,
    surfaceState: () => surfaceStateOf(switcher, workspaces),
    mayNameAccounts: () => desk.policy.remembersAccounts !== false,
  });
  const attention = showAttention(feed, surface);
  language.onChanged(() => {
    services.languageChanged();
    feed.languageChanged();
    system.surfaces.invalidate();
  });
  feed.subscribe((change) => {
    window.push({ kind: 'change', change });
    quickWindow.push({ kind: 'change', change });
    window.refreshTitle();
    menu.invalidate();
    system.surfaces.invalidate();
    attention.changed(change);
  });

  const serviceOf = (userId: UserId): Service | undefined => {
    const serviceId = switcher.registry.users.get(userId)?.serviceId;
    return services.list().find(({ id }) => id === serviceId);
  };
  const askedLinks = new AskedLinks({
    asking: allAskedBy('link', surface.asking),
    openAt: (userId, address) => workspaces.openAt(userId, address),
    registry: () => switcher.registry,
    serviceOf,
    refusalOfAdding: (address) => desk.refusalOfAdding(address),
    elapsedMs: () => systemStopwatch.elapsedMs(),
    timers: systemTimers,
    random: systemRandom,
    changed: () => feed.linkChanged(),
    tellRefused: (because) => window.push({ kind: 'linkRefused', because }),
  });

  const attempts = new LogInAttempts((attemptId, step) =>
    window.push({ kind: 'logInStep', attemptId, step: logInStepView(step) }),
  );
  const portable = new PortableDesk({
    switcher,
    services,
    desk,
    random: systemRandom,
    saveText: (text) => questions.during(() => saveTextAs('hotseat-accounts.json', jsonFiles, () => text)),
    openText: () => questions.during(() => openTextOf(jsonFiles, largestFileBytes)),
  });
  const diagnose = async (): Promise<DiagnosisFacts> => {
    // Few ever need it.
    const { diagnoseHere } = await import('./launch/open-diagnosis.ts');
    return diagnoseHere({
      folders: { ...folders, profile: userData },
      platform,
      clock,
      timers: systemTimers,
      log,
      registry: () => switcher.registry,
      services: () => services.list(),
      directoryTransport: directory.transport,
      testStorage: async () => {
        await checkSessionStorage();
        return sessionStorage();
      },
      desk: () => desk.view,
      updates: () => updates.current,
      releases: updating.releases,
      crashes: () => crashes.list(),
    });
  };
  const checkSessionStorage = async (): Promise<void> => {
    await wrapping.checkAgain();
    if (wrapping.protection().kind === 'protected') await keepWhatWasInMemory();
  };
  const handOut = createSecretHandOut(systemClipboard, systemTimers, log);
  const table = commandTable({
    switcher,
    attempts,
    accounts: switcher.accounts,
    services,
    desk,
    links: askedLinks,
    audit: audit.desk,
    keys,
    surfaces: control,
    portable,
    diagnosis: createDiagnosisDesk({
      diagnose,
      speech,
      saveText: (text) => questions.during(() => saveTextAs('hotseat-diagnosis.txt', textFiles, () => text)),
    }),
    tellUnlockFailed: (userId, error) => audit.recorder.unlockFailed(userId, error),
    openPage,
    handOutSecret: (secret) => handOut.handOut(secret),
    readSnapshot: () => {
      window.beginToTell();
      return feed.snapshot();
    },
    leaveQuickWindow: () => quickWindow.close(),
    checkSessionStorage,
    beginWithNewKey: async () => {
      const begun = await directoryKey.beginAnew();
      feed.sessionStorageChanged();
      return begun;
    },
    dismissNotice: (noticeId) => notices.dismiss(noticeId),
    keepMarkPicture: (picture) => system.pictures.keep(picture),
    workspaces,
    requests: requests.desk,
    removals,
    settings: withLoginItem(settings, loginItem),
    updates,
    tellRemoved: (removed, total) => window.push({ kind: 'removalProgress', done: removed, total }),
  });
  serveWindows({
    table,
    window,
    quickWindow,
    surface,
    snapshot: () => feed.snapshot(),
    log,
    stopwatch: systemStopwatch,
  });
  let terminals: { close(): Promise<void> } | undefined;
  closeBeforeQuit(async () => {
    await terminals?.close();
    await workspaces.close();
    await attempts.close();
    await handOut.close();
    await requests.close();
    await switcher.close();
    await audit.close();
    await opening.close();
    await directory.stop();
  }, updating.finish);

  const finish = (): Promise<void> =>
    finishWhatWasLeft({
      switcher,
      services,
      locks,
      requestBooks,
      storage,
      areServicesKnown: opened.notices.length === 0,
      sweepTouchIdKeys,
      userData,
      isWebSessionOpen,
      log,
    });

  await serveApp(join(built, 'renderer'), () => speech.language);
  followTheme(settings);
  const hasWayBack = platform === 'darwin' || isTrayWanted(settings.current);
  if ((startedBy === 'login' || isStartedByLogin()) && hasWayBack) window.prepare();
  else if (startedBy !== 'command') window.open();
  menu.invalidate();
  keys.start();
  app.on('second-instance', (_event, _argv, _folder, told) => {
    const asked = handedOver(told);
    if (asked.wants === 'window') window.open();
    if (asked.wants === 'link') links.put(asked.link);
  });
  app.on('activate', () => window.open());
  links.open((link) => askedLinks.receive(link));
  tellOfWakingAndNetwork(switcher, systemTimers);
  lockWhenDue({ switcher, desk, timers: systemTimers, log });
  systemTimers.after(finishAfterMs, () => {
    updating.begin();
    system.surfaces.begin();
    if (keys.bindings.get('summon')?.length) quickWindow.prepare();
    void finish();
  });
  const { openTerminals } = await import('./launch/open-terminals.ts');
  terminals = await openTerminals({
    userData,
    runtimeDirectory: process.env['XDG_RUNTIME_DIR'],
    asking: surface.asking,
    // Numbers count what is on screen.
    registry: () => ({ ...switcher.registry, order: feed.shownOrder }),
    namesOf: (userId) => ({
      account: feed.viewOf(userId)?.name ?? '',
      service: serviceOf(userId)?.name ?? '',
    }),
    sessionStorage: () => sessionStorage().kind,
    desk: () => desk.view,
    diagnose,
    isForCommand: startedBy === 'command',
    isWindowOpen: () => window.isOpen,
    timers: systemTimers,
    log,
  });
};
