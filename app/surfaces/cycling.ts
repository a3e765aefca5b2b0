import { recentLimit } from '../users/recent-users.ts';
import { mayBeActive, type UserId } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';

/** `older`: to who was used longer ago. */
export type CycleDirection = 'older' | 'newer';

/** A choice by recent use that is still being made: nothing has changed yet. */
export interface Cycling {
  /** By recent use, and all of them may become active; who is active comes first. */
  readonly candidates: readonly UserId[];
  /** Which of them would be active if it ended now; none before the first step. */
  readonly index: number | undefined;
}

/** Begins at who is active. Who was never active here follows in the order of the list. */
export const beginCycling = ({ users, order, activeId, recent }: UserRegistry): Cycling => {
  const candidates = new Set<UserId>();
  for (const ids of [activeId === undefined ? [] : [activeId], recent, order])
    for (const id of ids) {
      if (candidates.size >= recentLimit) break;
      if (mayBeActive(users.get(id))) candidates.add(id);
    }
  return { candidates: [...candidates], index: activeId === undefined ? undefined : 0 };
};

/** One step, past either end to the other. */
export const step = ({ candidates, index }: Cycling, direction: CycleDirection): Cycling => {
  const count = candidates.length;
  if (count === 0) return { candidates, index: undefined };
  const from = index ?? (direction === 'older' ? -1 : 0);
  return { candidates, index: (from + (direction === 'older' ? 1 : -1) + count) % count };
};

export const previewedIn = ({ candidates, index }: Cycling): UserId | undefined =>
  index === undefined ? undefined : candidates[index];

/** Without who may not become active any more; `undefined` where that is who was previewed. */
export const withoutLost = (cycling: Cycling, { users }: UserRegistry): Cycling | undefined => {
  const previewed = previewedIn(cycling);
  const candidates = cycling.candidates.filter((id) => mayBeActive(users.get(id)));
  if (candidates.length === cycling.candidates.length) return cycling;
  if (previewed === undefined) return { candidates, index: undefined };
  const index = candidates.indexOf(previewed);
  return index < 0 ? undefined : { candidates, index };
};
