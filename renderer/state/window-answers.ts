import { useStore } from 'zustand';
import type { ServiceId, UserId } from '../../app/contract/bridge.ts';
import { openAnswers, type Exchange, type Standing } from './answers.ts';
import { mirrorStore } from './mirror.ts';

const standingOf = (userId: UserId): Standing => {
  const mirror = mirrorStore.getState();
  const user = mirror.kind === 'ready' ? mirror.users.get(userId) : undefined;
  if (!user) return 'gone';
  if (user.state === 'loggedOut') return 'loggedOut';
  return user.isLocked ? 'locked' : 'in';
};

/** The answers of this window. Those of users who log out, are locked or removed leave its memory. */
export const answers = openAnswers({
  send: (input) => window.hotseat.execute('sendRequest', input),
  cancel: (requestId) => void window.hotseat.execute('cancelRequest', { requestId }),
  standingOf,
  newId: () => crypto.randomUUID(),
});

mirrorStore.subscribe((after, before) => {
  if (after.kind === 'ready' && before.kind === 'ready' && after.users !== before.users) answers.review();
});

export const useExchange = (serviceId: ServiceId): Exchange | undefined =>
  useStore(answers.store, (exchanges) => exchanges.get(serviceId));
