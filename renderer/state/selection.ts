import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UserId } from '../../app/contract/bridge.ts';

/** Are accounts of the list being selected, to do something with all of them at once? */
export type Selection =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'on';
      /** Also those that a search keeps out of sight. */
      readonly userIds: ReadonlySet<UserId>;
      /** What was asked for them is under way. */
      readonly isRunning: boolean;
    };

export const selectionStore = createStore<Selection>(() => ({ kind: 'off' }));

export const useSelection = <T>(select: (selection: Selection) => T): T => useStore(selectionStore, select);

export const useIsSelecting = (): boolean => useSelection(({ kind }) => kind === 'on');

export const beginSelecting = (): void =>
  selectionStore.setState({ kind: 'on', userIds: new Set(), isRunning: false }, true);

export const endSelecting = (): void => selectionStore.setState({ kind: 'off' }, true);

export const select = (userIds: ReadonlySet<UserId>): void =>
  selectionStore.setState(
    (selection) => (selection.kind === 'on' ? { ...selection, userIds } : selection),
    true,
  );

export const noteSelectionRuns = (isRunning: boolean): void =>
  selectionStore.setState(
    (selection) => (selection.kind === 'on' ? { ...selection, isRunning } : selection),
    true,
  );

/** Several accounts are being changed, and what comes of it is told at the end, once. */
export const isSelectionRunning = (): boolean => {
  const selection = selectionStore.getState();
  return selection.kind === 'on' && selection.isRunning;
};

/** Removed accounts are selected no more. */
export const deselect = (gone: ReadonlySet<UserId>): void => {
  const selection = selectionStore.getState();
  if (selection.kind === 'off') return;
  const left = [...selection.userIds].filter((id) => !gone.has(id));
  if (left.length < selection.userIds.size) select(new Set(left));
};
