import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { UserId } from '../../app/contract/bridge.ts';
import type { Push } from '../../app/contract/views.ts';

export type StageTab = 'workspace' | 'request';

type StillPush = Extract<Push, { kind: 'workspaceStill' }>;

/** What the window shows of the active user, and what only the window knows of a workspace. */
export interface Stage {
  readonly tab: StageTab;
  /** What the page looked like when something of the window came over it. */
  readonly still: Pick<StillPush, 'workspaceId' | 'image'> | undefined;
  /** The workspace that is searched; `count` rises with every request to search. */
  readonly search: { readonly workspaceId: UserId; readonly count: number } | undefined;
}

export const stageStore = createStore<Stage>(() => ({
  tab: 'workspace',
  still: undefined,
  search: undefined,
}));

export const useStage = <T>(select: (stage: Stage) => T): T => useStore(stageStore, select);

export const chooseTab = (tab: StageTab): void => stageStore.setState({ tab });
export const keepStill = ({ workspaceId, image }: StillPush): void =>
  stageStore.setState({ still: { workspaceId, image } });
export const dropStill = (): void => {
  if (stageStore.getState().still) stageStore.setState({ still: undefined });
};

/** Opens the search of a page, or goes back to it. */
export const openSearch = (workspaceId: UserId): void =>
  stageStore.setState(({ search }) => ({
    tab: 'workspace',
    search: { workspaceId, count: (search?.count ?? 0) + 1 },
  }));
export const closeSearch = (): void => stageStore.setState({ search: undefined });

/** Another user, or nobody, is active: nothing of the one before may be shown. The tab stays. */
export const leaveStage = (): void => stageStore.setState({ still: undefined, search: undefined });
