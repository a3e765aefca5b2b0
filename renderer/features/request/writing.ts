import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ServiceId, UserId } from '../../../app/contract/bridge.ts';
import { mirrorStore } from '../../state/mirror.ts';
import { emptyDraft, type RequestDraft } from './request-draft.ts';

/** What is being written to one service. It outlives a switch, and ends with the window. */
export interface Writing {
  readonly draft: RequestDraft;
  /** Whom it is sent as; nobody chosen: whoever is active then. */
  readonly chosenIds: readonly UserId[];
}

/** As many at once as fit beside each other and a service takes kindly. */
export const mostSenders = 16;

const nothing: Writing = { draft: emptyDraft, chosenIds: [] };

const writings = createStore<ReadonlyMap<ServiceId, Writing>>(() => new Map());

export const useWriting = (serviceId: ServiceId): Writing =>
  useStore(writings, (all) => all.get(serviceId) ?? nothing);

export const readWriting = (serviceId: ServiceId): Writing => writings.getState().get(serviceId) ?? nothing;

export const write = (serviceId: ServiceId, part: Partial<Writing>): void => {
  const all = writings.getState();
  writings.setState(new Map(all).set(serviceId, { ...readWriting(serviceId), ...part }), true);
};

/** Who cannot be sent as any more is not chosen any more; with its last account a service loses what was written. */
const review = (): void => {
  const mirror = mirrorStore.getState();
  if (mirror.kind !== 'ready' || writings.getState().size === 0) return;
  const served = new Set([...mirror.users.values()].map(({ serviceId }) => serviceId));
  for (const [serviceId, { chosenIds }] of writings.getState()) {
    if (!served.has(serviceId)) forget(serviceId);
    const kept = chosenIds.filter((id) => maySend(mirror.users.get(id)));
    if (kept.length < chosenIds.length) write(serviceId, { chosenIds: kept });
  }
};

const forget = (serviceId: ServiceId): void => {
  const all = new Map(writings.getState());
  all.delete(serviceId);
  writings.setState(all, true);
};

/** May a request go out as this user? */
export const maySend = (
  user: { readonly state: 'authenticated' | 'loggedOut'; readonly isLocked: boolean } | undefined,
): boolean => user?.state === 'authenticated' && !user.isLocked;

mirrorStore.subscribe((after, before) => {
  if (after.kind === 'ready' && before.kind === 'ready' && after.users !== before.users) review();
});
