import type { UserId } from '../../../app/contract/bridge.ts';
import { mirrorStore } from '../../state/mirror.ts';
import { openNotebooks } from './notebooks.ts';

const maySee = (userId: UserId): boolean => {
  const mirror = mirrorStore.getState();
  const user = mirror.kind === 'ready' ? mirror.users.get(userId) : undefined;
  return user?.state === 'authenticated' && !user.isLocked;
};

/** The notebooks of this window. Those of users who log out, are locked or removed leave its memory. */
export const desk = openNotebooks(
  (userId, name, values) => window.hotseat.execute('callFunction', { userId, name, arguments: values }),
  maySee,
);

mirrorStore.subscribe((after, before) => {
  if (after.kind === 'ready' && before.kind === 'ready' && after.users !== before.users) desk.keep(maySee);
});
