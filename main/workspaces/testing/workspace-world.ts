import type { Push } from '../../../app/contract/views.ts';
import { done } from '../../../app/outcome.ts';
import { directoryService, type Service } from '../../../app/identity/service.ts';
import { defaultSettings } from '../../../app/settings/settings.ts';
import { createManualTimers } from '../../../app/testing/manual-timers.ts';
import { worldWith } from '../../../app/testing/worlds.ts';
import type { UserId } from '../../../app/users/user.ts';
import type { PageHistory } from '../page-history.ts';
import type { WorkspaceHistories } from '../workspace-histories.ts';
import { openAfterMs, Workspaces } from '../workspaces.ts';
import { FakePage } from './fake-page.ts';

/** Histories in memory; `recalled` holds an answer back until a test lets it go. */
class FakeHistories implements WorkspaceHistories {
  readonly kept = new Map<UserId, PageHistory>();
  readonly forgotten: UserId[] = [];
  beforeRecall: () => Promise<void> = () => Promise.resolve();

  keep(userId: UserId, history: PageHistory): void {
    this.kept.set(userId, history);
  }

  async recall(userId: UserId): Promise<PageHistory | undefined> {
    await this.beforeRecall();
    return this.kept.get(userId);
  }

  forget(userId: UserId): void {
    this.forgotten.push(userId);
    this.kept.delete(userId);
  }

  async written(): Promise<void> {}
}

export const stageBounds = { x: 10, y: 20, width: 300, height: 200 };

/** Workspaces over the real core, with fake pages, a fake window and time that goes by when told to. */
export const workspaceWorld = async (...emails: readonly string[]) => {
  const { switcher, world, idOf } = await worldWith(...emails);
  const timers = createManualTimers();
  const pages: FakePage[] = [];
  const histories = new FakeHistories();
  const pushed: Push[] = [];
  const live: (readonly UserId[])[] = [];
  const window = {
    zoomFactor: 1,
    focusCount: 0,
    focusPage: () => (window.focusCount += 1),
    push: (push: Push) => pushed.push(push),
  };
  const settings = { current: defaultSettings, listener: (): void => undefined };
  const lockedPages = { areKept: false, listener: (): void => undefined };
  const services = { list: [directoryService] as readonly Service[], listener: (): void => undefined };
  const ended: string[] = [];
  let cookieSet = (): void => undefined;
  const told = { count: 0 };
  const workspaces = new Workspaces({
    switcher: {
      get registry() {
        return switcher.registry;
      },
      subscribe: (listener, only) => switcher.subscribe(listener, only),
      setLive: (userIds) => live.push([...userIds]),
    },
    services: {
      list: () => services.list,
      subscribe: (listener) => {
        services.listener = listener;
        return () => undefined;
      },
    },
    settings: {
      get current() {
        return settings.current;
      },
      subscribe: (listener) => {
        settings.listener = listener;
        return () => undefined;
      },
    },
    lockedPages: {
      areKept: () => lockedPages.areKept,
      subscribe: (listener) => {
        lockedPages.listener = listener;
      },
    },
    openPage: (opening) => {
      const page = new FakePage(opening);
      pages.push(page);
      return page;
    },
    histories,
    downloads: {
      listOf: () => [],
      subscribe: () => () => undefined,
      handle: async () => done,
      forget: () => undefined,
    },
    isVerified: async () => true,
    signIns: {
      awaitCookie: () => ({
        set: new Promise((settle) => {
          cookieSet = settle;
        }),
        stop: () => undefined,
      }),
      eraseWebSession: async (userId) => ended.push(`erased ${userId}`),
      endWebSession: async (userId) => ended.push(`ended ${userId}`),
    },
    window,
    timers,
  });
  workspaces.subscribe(() => (told.count += 1));
  const pageOf = (userId: UserId): FakePage | undefined =>
    pages.findLast(({ opening, isClosed }) => opening.userId === userId && !isClosed);
  /** Lets the page of the active user come. */
  const come = async (): Promise<FakePage> => {
    await timers.advance(openAfterMs);
    const page = pages.at(-1);
    if (!page) throw new Error('No page has come');
    if (!page.hasContent) page.load();
    return page;
  };
  /** Switches to a user, and lets its page come. */
  const visit = async (userId: UserId): Promise<FakePage> => {
    await switcher.switchTo(userId);
    await timers.advance(openAfterMs);
    const page = pageOf(userId);
    if (!page) throw new Error('The page has not come');
    if (!page.hasContent) page.load();
    return page;
  };
  return {
    workspaces,
    switcher,
    world,
    idOf,
    timers,
    pages,
    histories,
    pushed,
    live,
    window,
    settings,
    lockedPages,
    services,
    ended,
    told,
    pageOf,
    come,
    visit,
    setCookie: () => cookieSet(),
    place: (isCovered = false) => workspaces.place({ bounds: stageBounds, isCovered }),
    shown: () => pages.filter(({ isShown }) => isShown).map(({ opening }) => opening.userId),
  };
};
