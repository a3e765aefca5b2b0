import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UserId } from '../../app/contract/bridge.ts';
import type { ServiceView, UserView } from '../../app/contract/views.ts';
import type { Mirror, ReadyMirror } from './mirror-state.ts';

/** What main says, and nothing else; only the feed writes it. */
export const mirrorStore = createStore<Mirror>(() => ({ kind: 'loading' }));

/** Reads the mirror in components that are shown only when it is ready. */
export const useMirror = <T>(select: (mirror: ReadyMirror) => T): T =>
  useStore(mirrorStore, (mirror) => select(ready(mirror)));

export const useMirrorKind = (): Mirror['kind'] => useStore(mirrorStore, (mirror) => mirror.kind);

export const readMirror = (): ReadyMirror => ready(mirrorStore.getState());

export const useUser = (id: UserId | undefined): UserView | undefined =>
  useMirror(({ users }) => (id === undefined ? undefined : users.get(id)));

/** The user of a row, by the key that a list gives back. */
export const findUser = (key: unknown): UserView | undefined => {
  for (const [id, user] of readMirror().users) if (id === key) return user;
  return undefined;
};

export const useActiveUser = (): UserView | undefined =>
  useMirror(({ users, activeId }) => (activeId === undefined ? undefined : users.get(activeId)));

export const useService = (user: UserView | undefined): ServiceView | undefined =>
  useMirror(({ services }) => services.find(({ id }) => id === user?.serviceId));

export const useServiceName = (user: UserView | undefined): string =>
  useMirror(({ services }) => services.find(({ id }) => id === user?.serviceId)?.name ?? '');

const ready = (mirror: Mirror): ReadyMirror => {
  if (mirror.kind !== 'ready') throw new Error('The mirror is read before it is ready');
  return mirror;
};
