import { createStore } from 'zustand/vanilla';
import type { HotseatBridge } from '../../app/contract/bridge.ts';
import { feedMirror, type MirrorFeed } from './mirror-feed.ts';
import { mirrorStore } from './mirror.ts';
import { leaveQuickWindow } from './quick-switcher.ts';

/** How often the small window was opened: what was sought in it is of one time. */
export const openingStore = createStore<number>(() => 0);

/** Puts the mirror of the small window in step with main. It goes away when somebody else is active. */
export const startQuickWindow = (bridge: HotseatBridge): MirrorFeed => {
  mirrorStore.subscribe((after, before) => {
    if (after.kind === 'ready' && before.kind === 'ready' && after.activeId !== before.activeId)
      leaveQuickWindow();
  });
  return feedMirror(
    bridge,
    mirrorStore.getState,
    (mirror) => mirrorStore.setState(mirror, true),
    ({ kind }) => {
      if (kind === 'open') openingStore.setState((count) => count + 1, true);
    },
  );
};
