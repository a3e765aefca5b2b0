import { beforeEach, expect, test } from 'vitest';
import { sampleUserId } from './sample-users.ts';
import { chooseTab, closeSearch, keepStill, leaveStage, openSearch, stageStore } from './stage.ts';

const ana = sampleUserId(1);

beforeEach(() => stageStore.setState(stageStore.getInitialState(), true));

test('a switch drops what was seen of the account before, and keeps the tab', () => {
  openSearch(ana);
  chooseTab('request');
  keepStill({ kind: 'workspaceStill', workspaceId: ana, image: 'data:image/png;base64,AAAA' });
  leaveStage();
  expect(stageStore.getState()).toEqual({
    tab: 'request',
    still: undefined,
    search: undefined,
  });
});

test('a search shows the page that is searched, and is asked for again by its key', () => {
  chooseTab('request');
  openSearch(ana);
  expect(stageStore.getState()).toMatchObject({ tab: 'workspace', search: { workspaceId: ana, count: 1 } });
  openSearch(ana);
  expect(stageStore.getState().search?.count).toBe(2);
  closeSearch();
  expect(stageStore.getState().search).toBeUndefined();
});
