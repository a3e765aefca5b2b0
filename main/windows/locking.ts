import type { Push } from '../../app/contract/views.ts';
import type { Switcher } from '../../app/switcher.ts';

type Locking = Pick<Switcher, 'registry' | 'locking'>;

/** By key or menu: who is active is locked, or, with nothing to unlock with, the window offers to set that up. */
export const lockActive = async (switcher: Locking, push: (push: Push) => void): Promise<void> => {
  const { activeId } = switcher.registry;
  if (activeId === undefined) return;
  const outcome = await switcher.locking.lock(activeId);
  if (outcome.ok) return;
  if (outcome.error.code === 'conflict') push({ kind: 'setUpUnlocking', userId: activeId });
  else push({ kind: 'switchFailed', userId: activeId, code: outcome.error.code });
};

/** All who can be locked. Where the active user cannot be, the window offers to set it up. */
export const lockEverybody = async (switcher: Locking, push: (push: Push) => void): Promise<void> => {
  const outcome = await switcher.locking.lockAll();
  const { activeId, order } = switcher.registry;
  if (activeId !== undefined) push({ kind: 'setUpUnlocking', userId: activeId });
  else if (!outcome.ok && order[0] !== undefined)
    push({ kind: 'switchFailed', userId: order[0], code: outcome.error.code });
};
