import { describe, expect, it } from 'vitest';
import { serviceIdSchema, userIdSchema } from '../../app/users/user.ts';
import type { WebsiteService } from '../../app/identity/service.ts';
import { keepAfterMs } from './live-workspace.ts';
import { stageBounds, workspaceWorld } from './testing/workspace-world.ts';
import { beginAnewAfterMs, openAfterMs } from './workspaces.ts';

const emails = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@example.org`);

/** A user who can be locked, and a window that shows pages. */
const withLock = async () => {
  const world = await workspaceWorld('a@example.org');
  world.place();
  await world.switcher.locking.setUp(world.idOf(0), { kind: 'pin', text: '493716' });
  return world;
};

describe('workspaces', () => {
  it('open nothing before the window has said where the stage is, and not within the switch', async () => {
    const { workspaces, switcher, timers, pages, place, idOf } = await workspaceWorld(...emails.slice(0, 2));
    await switcher.switchTo(idOf(0));
    await timers.advance(10_000);
    expect(pages).toEqual([]);
    expect(workspaces.list()).toMatchObject([{ id: idOf(0), page: { kind: 'loading' } }]);
    place();
    expect(pages).toEqual([]);
    await timers.advance(openAfterMs);
    expect(pages.map(({ opening }) => opening.place.startUrl)).toEqual(['directory://hotseat/']);
  });

  it('show a page once there is something to see, where the stage is, at any size of the text', async () => {
    const { place, come, shown, window, timers, pages, idOf } = await workspaceWorld('a@example.org');
    window.zoomFactor = 1.5;
    place();
    await timers.advance(openAfterMs);
    expect(shown()).toEqual([]);
    const page = await come();
    expect(shown()).toEqual([idOf(0)]);
    expect(page.bounds).toEqual({ x: 15, y: 30, width: 450, height: 300 });
    expect(pages).toHaveLength(1);
  });

  it('show an alive page in the very turn of the switch, and hide the other', async () => {
    const { place, visit, switcher, shown, idOf, pages } = await workspaceWorld(...emails.slice(0, 2));
    place();
    const bens = await visit(idOf(1));
    const anas = await visit(idOf(0));
    expect(shown()).toEqual([idOf(0)]);
    let inTurn: unknown;
    switcher.subscribe(() => (inTurn = shown()));
    await switcher.switchTo(idOf(1));
    expect(inTurn).toEqual([idOf(1)]);
    expect([anas.isActive, bens.isActive]).toEqual([false, true]);
    expect(pages, 'the same pages').toHaveLength(2);
  });

  it('open one page for a burst of switches', async () => {
    const { place, switcher, timers, pages, idOf } = await workspaceWorld(...emails);
    place();
    for (const n of [0, 1, 2, 3]) await switcher.switchTo(idOf(n));
    await timers.advance(10_000);
    expect(pages.map(({ opening }) => opening.userId)).toEqual([idOf(3)]);
  });

  it('keep four alive, by recent use; another comes back where it was', async () => {
    const { place, visit, idOf, pageOf, histories, live, workspaces } = await workspaceWorld(...emails);
    place();
    const first = await visit(idOf(0));
    first.load('directory://hotseat/deep');
    for (const n of [1, 2, 3]) await visit(idOf(n));
    expect(first.isClosed).toBe(false);
    await visit(idOf(0));
    await visit(idOf(4));
    expect(pageOf(idOf(1)), 'used longest ago').toBeUndefined();
    expect(new Set(live.at(-1))).toEqual(new Set([0, 2, 3, 4].map(idOf)));
    expect(new Set(workspaces.list().map(({ id }) => id))).toEqual(new Set([0, 2, 3, 4].map(idOf)));
    await visit(idOf(5));
    await visit(idOf(1));
    await visit(idOf(2));
    expect(first.isClosed).toBe(true);
    expect(histories.kept.get(idOf(0))?.entries[0]?.url).toBe('directory://hotseat/deep');
    const again = await visit(idOf(0));
    expect(again).not.toBe(first);
    expect(again.opening.from?.entries[0]?.url).toBe('directory://hotseat/deep');
  });

  it('give up those that are too many as soon as fewer are wanted, never the active one', async () => {
    const { place, visit, idOf, settings, pageOf } = await workspaceWorld(...emails);
    place();
    for (const n of [0, 1, 2]) await visit(idOf(n));
    await visit(idOf(0));
    settings.current = { ...settings.current, liveWorkspaces: 1 };
    settings.listener();
    expect([0, 1, 2].map((n) => pageOf(idOf(n)) !== undefined)).toEqual([true, false, false]);
  });

  it('F6: begin anew at their start, a moment later, when the page has ended its own view', async () => {
    const { place, visit, idOf, pageOf, shown, timers, pages } = await workspaceWorld('a@example.org');
    place();
    const page = await visit(idOf(0));
    page.load('directory://hotseat/deep');
    page.opening.closedItself();
    expect(pageOf(idOf(0))).toBeUndefined();
    expect(shown()).toEqual([]);
    await timers.advance(beginAnewAfterMs - 1);
    expect(pages).toHaveLength(1);
    await timers.advance(1 + openAfterMs);
    expect(pages).toHaveLength(2);
    expect(pageOf(idOf(0))?.opening.from).toBeUndefined();
    page.opening.closedItself();
    expect(pageOf(idOf(0)), 'the new one').toBe(pages[1]);
  });

  it('end with a log out in the same turn, before anybody else is told; nothing is kept', async () => {
    const { place, visit, idOf, switcher, shown, histories, live } = await workspaceWorld(
      ...emails.slice(0, 2),
    );
    place();
    const bens = await visit(idOf(1));
    const anas = await visit(idOf(0));
    await visit(idOf(1));
    const seen: unknown[] = [];
    switcher.subscribe(() => seen.push([bens.isClosed, shown()]));
    const leaving = switcher.logOut(idOf(1));
    expect(seen[0]).toEqual([true, [idOf(0)]]);
    await leaving;
    expect(histories.kept.has(idOf(1))).toBe(false);
    expect(histories.forgotten).toContain(idOf(1));
    expect(live.at(-1)).toEqual([idOf(0)]);
    await switcher.remove(idOf(0));
    expect(anas.isClosed).toBe(true);
    expect([...histories.kept.keys(), ...shown()]).toEqual([]);
  });

  it('are closed when their user is locked, and come back where they were', async () => {
    const { place, visit, idOf, switcher, shown, histories, workspaces } = await withLock();
    const page = await visit(idOf(0));
    page.load('directory://hotseat/deep');
    const locking = switcher.locking.lock(idOf(0));
    expect([page.isClosed, shown(), workspaces.list()]).toEqual([true, [], []]);
    await locking;
    expect(histories.kept.get(idOf(0))?.entries[0]?.url).toBe('directory://hotseat/deep');
    await switcher.locking.unlock(idOf(0), '493716');
    place();
    expect((await visit(idOf(0))).opening.from?.entries[0]?.url).toBe('directory://hotseat/deep');
  });

  it('of locked users stand still where they are kept: out of sight, and of no surface’s list', async () => {
    const { visit, idOf, switcher, shown, workspaces, lockedPages, histories } = await withLock();
    lockedPages.areKept = true;
    const page = await visit(idOf(0));
    const locking = switcher.locking.lock(idOf(0));
    expect([page.isClosed, page.isSuspended, page.isActive, shown(), workspaces.list()]).toEqual([
      false,
      true,
      false,
      [],
      [],
    ]);
    expect(histories.kept.has(idOf(0)), 'should Hotseat end before the unlock').toBe(true);
    await locking;
    await switcher.locking.unlock(idOf(0), '493716');
    expect([page.isClosed, page.isSuspended, page.isActive, shown()]).toEqual([
      false,
      false,
      true,
      [idOf(0)],
    ]);
  });

  it('that stand still end when the rules keep none any more, and with their user’s log out', async () => {
    for (const ends of ['rules', 'logOut'] as const) {
      const { visit, idOf, switcher, lockedPages, histories } = await withLock();
      lockedPages.areKept = true;
      const page = await visit(idOf(0));
      await switcher.locking.lock(idOf(0));
      if (ends === 'rules') {
        lockedPages.areKept = false;
        lockedPages.listener();
      } else await switcher.logOut(idOf(0));
      expect(page.isClosed, ends).toBe(true);
      expect(histories.kept.has(idOf(0)), ends).toBe(ends === 'rules');
    }
  });

  it('C9: a log out while a page is on its way opens none, and late words of an ended one change nothing', async () => {
    const { place, come, timers, switcher, histories, idOf, pages, shown, workspaces } =
      await workspaceWorld('a@example.org');
    place();
    let recalled = (): void => undefined;
    histories.beforeRecall = () => new Promise((settle) => (recalled = settle));
    await timers.advance(openAfterMs);
    await switcher.logOut(idOf(0));
    recalled();
    await timers.advance(10_000);
    expect(pages).toEqual([]);

    histories.beforeRecall = () => Promise.resolve();
    const other = await workspaceWorld('a@example.org');
    other.place();
    const page = await other.come();
    await other.switcher.logOut(other.idOf(0));
    page.load();
    page.setTitle('late');
    await other.timers.advance(keepAfterMs);
    expect(other.shown()).toEqual([]);
    expect(other.histories.kept.size).toBe(0);
    expect([shown(), workspaces.list(), other.workspaces.list()]).toEqual([[], [], []]);
    expect(come).toBeDefined();
  });

  it('write down where a person is a while after something has changed, and when Hotseat quits', async () => {
    const { place, come, timers, histories, idOf, workspaces } = await workspaceWorld('a@example.org');
    place();
    const page = await come();
    page.load('directory://hotseat/one');
    expect(histories.kept.size).toBe(0);
    await timers.advance(keepAfterMs);
    expect(histories.kept.get(idOf(0))?.entries[0]?.url).toBe('directory://hotseat/one');
    page.load('directory://hotseat/two');
    await workspaces.close();
    expect(histories.kept.get(idOf(0))?.entries[0]?.url).toBe('directory://hotseat/two');
    expect(page.isFlushed).toBe(true);
    // Electron ends what is left at the very end, and says so as of a page that ended its own view.
    page.opening.closedItself();
    expect(histories.kept.get(idOf(0))?.entries[0]?.url).toBe('directory://hotseat/two');
  });

  it('let Hotseat write and revoke the rest when a page cannot store what it has', async () => {
    const { place, come, workspaces, histories, idOf } = await workspaceWorld('a@example.org');
    place();
    const page = await come();
    page.flush = () => Promise.reject(new Error('Failed to flush'));
    await expect(workspaces.close()).resolves.toBeUndefined();
    expect(histories.kept.has(idOf(0))).toBe(true);
  });

  it('hide a page that failed, and show it again when it has come back', async () => {
    const { place, come, shown, workspaces, idOf } = await workspaceWorld('a@example.org');
    place();
    const page = await come();
    page.fail();
    expect(shown()).toEqual([]);
    expect(workspaces.list()[0]?.page).toEqual({ kind: 'failed', because: 'crashed' });
    await workspaces.drive({ workspaceId: idOf(0), action: 'reload' });
    expect(page.performed).toEqual(['reload']);
    page.load();
    expect(shown()).toEqual([idOf(0)]);
  });

  it('do nothing for an account that is no longer active', async () => {
    const { place, visit, idOf, workspaces } = await workspaceWorld(...emails.slice(0, 2));
    place();
    const bens = await visit(idOf(1));
    await visit(idOf(0));
    expect(await workspaces.drive({ workspaceId: idOf(1), action: 'home' })).toMatchObject({
      error: { code: 'superseded' },
    });
    expect(bens.performed).toEqual([]);
  });

  it('show nothing once the page of the window has gone, until the next one says where', async () => {
    const { place, come, shown, workspaces, idOf } = await workspaceWorld('a@example.org');
    place();
    await come();
    workspaces.stageLost();
    expect(shown()).toEqual([]);
    place();
    expect(shown()).toEqual([idOf(0)]);
  });

  it('take the focus along to another page, and give it to the window where there is none yet', async () => {
    const { place, visit, switcher, idOf, window, timers, pageOf } = await workspaceWorld(
      ...emails.slice(0, 3),
    );
    place();
    await visit(idOf(1));
    const anas = await visit(idOf(0));
    anas.focus();
    await switcher.switchTo(idOf(1));
    expect(pageOf(idOf(1))?.isFocused).toBe(true);
    await switcher.switchTo(idOf(2));
    expect(window.focusCount).toBe(1);
    await timers.advance(openAfterMs);
    pageOf(idOf(2))?.load();
    expect(pageOf(idOf(2))?.isFocused).toBe(true);
  });

  it('give the focus to what is over the page, and back', async () => {
    const { place, come, window, timers, shown } = await workspaceWorld('a@example.org');
    place();
    const page = await come();
    page.focus();
    place(true);
    await timers.advance(1_000);
    expect([shown(), window.focusCount]).toEqual([[], 1]);
    place();
    expect(page.isFocused).toBe(true);
  });

  it('give the window a picture of the page that goes behind something, and of no other user’s', async () => {
    const { place, visit, idOf, pushed, timers, switcher } = await workspaceWorld(...emails.slice(0, 2));
    place();
    await visit(idOf(1));
    const anas = await visit(idOf(0));
    anas.still = Promise.resolve('data:image/jpeg;base64,ANA');
    place(true);
    await timers.advance(0);
    expect(pushed).toEqual([
      { kind: 'workspaceStill', workspaceId: idOf(0), image: 'data:image/jpeg;base64,ANA' },
    ]);
    place();
    let captured = (_image: string): void => undefined;
    anas.still = new Promise((settle) => (captured = settle));
    place(true);
    await switcher.switchTo(idOf(1));
    captured('data:image/jpeg;base64,LATE');
    await timers.advance(1_000);
    expect(pushed).toHaveLength(1);
  });

  it('are told of once for a turn, and a few times a second in a burst', async () => {
    const { place, come, timers, told } = await workspaceWorld('a@example.org');
    place();
    const page = await come();
    await timers.advance(1_000);
    const before = told.count;
    for (let n = 0; n < 100; n += 1) page.setTitle(`${n}`);
    await timers.advance(1_000);
    expect(told.count - before).toBe(1);
    page.fail();
    page.load();
    await timers.advance(0);
    expect(told.count - before).toBe(2);
  });

  it('are verified only for the directory, once it says whose the token is', async () => {
    const { place, come, workspaces, timers } = await workspaceWorld('a@example.org');
    place();
    await come();
    await timers.advance(0);
    expect(workspaces.list()[0]?.isVerified).toBe(true);
  });

  it('end with their service', async () => {
    const { place, come, services, shown, pages } = await workspaceWorld('a@example.org');
    place();
    const page = await come();
    services.list = [];
    services.listener();
    expect([page.isClosed, shown(), pages.length]).toEqual([true, [], 1]);
  });

  it('put the page in the place that the window gives, and take it away with a stage of no size', async () => {
    const { workspaces, place, come, shown } = await workspaceWorld('a@example.org');
    place();
    const page = await come();
    expect(page.bounds).toEqual(stageBounds);
    workspaces.place({ bounds: { ...stageBounds, height: 0 }, isCovered: false });
    expect(shown()).toEqual([]);
    workspaces.place({ isCovered: false });
    expect(shown()).toEqual([]);
  });
});

describe('a sign-in on a page', () => {
  const website: WebsiteService = {
    id: serviceIdSchema.parse('site'),
    kind: 'website',
    name: 'Site',
    url: 'https://site.example/',
    signInOrigins: [],
  };
  const newcomer = userIdSchema.parse('user-newcomer');

  const signingIn = async () => {
    const world = await workspaceWorld(...emails.slice(0, 2));
    world.services.list = [...world.services.list, website];
    world.place();
    await world.visit(world.idOf(0));
    const signIn = world.workspaces.openSignIn(newcomer, website);
    const page = world.pageOf(newcomer);
    page?.load();
    return { ...world, signIn, page };
  };

  it('takes the stage at once, and gives it back when it is cancelled; nothing of it stays', async () => {
    const { signIn, page, shown, idOf, ended } = await signingIn();
    expect(shown()).toEqual([newcomer]);
    signIn.close(false);
    expect([page?.isClosed, shown(), ended]).toEqual([true, [idOf(0)], [`erased ${newcomer}`]]);
    signIn.close(false);
    expect(ended).toHaveLength(1);
  });

  it.each([false, true])(
    'keeps no page of who is locked open, where such pages are kept: %s',
    async (areKept) => {
      const { workspaces, switcher, idOf, shown, pageOf, lockedPages, timers } = await withLock();
      lockedPages.areKept = areKept;
      const signIn = workspaces.openSignIn(idOf(0), website);
      pageOf(idOf(0))?.load();
      expect(shown()).toEqual([idOf(0)]);
      await switcher.locking.lock(idOf(0));
      await timers.advance(10_000);
      expect([pageOf(idOf(0)), shown()]).toEqual([undefined, []]);
      signIn.close(false);
      expect(shown()).toEqual([]);
    },
  );

  it('gives way to another account', async () => {
    const { switcher, shown, idOf, come } = await signingIn();
    await switcher.switchTo(idOf(1));
    await come();
    expect(shown()).toEqual([idOf(1)]);
  });

  it('is over, with all it brought, if no user has come of it in a minute', async () => {
    const { signIn, page, timers, ended, shown, idOf } = await signingIn();
    signIn.close(true);
    expect(page?.isClosed).toBe(false);
    await timers.advance(60_000);
    expect([page?.isClosed, shown(), ended]).toEqual([true, [idOf(0)], [`erased ${newcomer}`]]);
  });

  it('T12: ends with the removal of the user who was signing in again', async () => {
    const { workspaces, switcher, idOf, pageOf, shown, come, timers, ended } = await signingIn();
    await come();
    const signIn = workspaces.openSignIn(idOf(1), website);
    const page = pageOf(idOf(1));
    page?.load();
    expect(shown()).toEqual([idOf(1)]);
    const removing = switcher.remove(idOf(1));
    expect([page?.isClosed, shown()]).toEqual([true, [idOf(0)]]);
    await removing;
    signIn.close(true);
    await timers.advance(60_000);
    expect(shown()).toEqual([idOf(0)]);
    expect(ended).toContain(`erased ${idOf(1)}`);
  });

  it('is heard of when the site sets its cookie', async () => {
    const { signIn, setCookie } = await signingIn();
    setCookie();
    expect(await signIn.signedIn).toBeUndefined();
  });
});
