import type { UserId } from '../../../app/contract/bridge.ts';
import type { CommandInput } from '../../../app/contract/commands.ts';
import { readMirror, useMirror } from '../../state/mirror.ts';
import type { ReadyMirror } from '../../state/mirror-state.ts';
import { perform } from '../../state/perform.ts';
import { announce } from '../../state/view.ts';
import { listWords } from '../../text/spoken.ts';
import { useIsFiltered } from './list-filter.ts';
import { neighbourOf, type Direction } from './neighbour.ts';

/** Puts an account beside another one, and says where it stands then. */
export const moveBeside = async (userId: UserId, place: CommandInput<'moveUser'>['place']): Promise<void> => {
  const outcome = await perform('moveUser', { userId, place });
  if (!outcome.ok) return;
  const { order, users } = readMirror();
  const name = users.get(userId)?.name;
  if (name !== undefined)
    announce(listWords.movedTo({ name, place: order.indexOf(userId) + 1, count: order.length }));
};

/** By one place, as far as the list or its group goes. */
export const moveBy = async (userId: UserId, direction: Direction): Promise<void> => {
  const neighbour = neighbourIn(readMirror(), userId, direction);
  if (neighbour !== undefined)
    await moveBeside(userId, { side: direction === 'up' ? 'before' : 'after', userId: neighbour });
};

export const useMayMove = (userId: UserId, direction: Direction): boolean => {
  const isFiltered = useIsFiltered();
  return useMirror((mirror) => !isFiltered && neighbourIn(mirror, userId, direction) !== undefined);
};

const neighbourIn = (
  { order, users, settings }: ReadyMirror,
  userId: UserId,
  direction: Direction,
): UserId | undefined =>
  neighbourOf(userId, direction, { order, users, isGrouped: settings.groupsByService });
