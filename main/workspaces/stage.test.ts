import { expect, test } from 'vitest';
import { directoryService } from '../../app/identity/service.ts';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { placeOf } from '../../app/workspaces/workspace-place.ts';
import { Stage } from './stage.ts';
import { FakePage } from './testing/fake-page.ts';
import { stageBounds } from './testing/workspace-world.ts';

const place = placeOf(directoryService);
if (!place) throw new Error('The directory has a workspace');
const ana = userIdSchema.parse('user-000001');
const ben = userIdSchema.parse('user-000002');

const pageOf = (userId: typeof ana): FakePage => {
  const page = new FakePage({
    userId,
    service: directoryService,
    place,
    from: undefined,
    changed: () => undefined,
    closedItself: () => undefined,
  });
  page.load();
  return page;
};

/** A stage with Ana's page on it. */
const set = () => {
  const window = { zoomFactor: 1, focusCount: 0, focusPage: () => (window.focusCount += 1), push: () => {} };
  const stage = new Stage(window, createManualTimers());
  const page = pageOf(ana);
  stage.place({ bounds: stageBounds, isCovered: false });
  stage.present({ userId: ana, page });
  return { stage, page, window };
};

test('H7: behind the curtain no page is shown, whatever comes; with it gone, the one whose turn it is', () => {
  const { stage, page } = set();
  stage.setCurtain(true, { hadPageFocus: false });
  expect([page.isShown, stage.shown]).toEqual([false, undefined]);
  stage.place({ bounds: { ...stageBounds, width: 100 }, isCovered: false });
  const next = pageOf(ben);
  stage.present({ userId: ben, page: next });
  expect([page.isShown, next.isShown]).toEqual([false, false]);
  stage.setCurtain(false, { hadPageFocus: false });
  expect([page.isShown, next.isShown]).toEqual([false, true]);
});

test('the keyboard focus returns to the page that had it, and meanwhile nobody takes it from others', () => {
  const { stage, page, window } = set();
  page.focus();
  stage.setCurtain(true, { hadPageFocus: true });
  expect([page.isFocused, window.focusCount]).toEqual([false, 0]);
  stage.setCurtain(false, { hadPageFocus: false });
  expect([page.isShown, page.isFocused, window.focusCount]).toEqual([true, true, 0]);
});

test('a page that did not have the focus does not get it', () => {
  const { stage, page } = set();
  stage.setCurtain(true, { hadPageFocus: false });
  stage.setCurtain(false, { hadPageFocus: false });
  expect([page.isShown, page.isFocused]).toEqual([true, false]);
});
