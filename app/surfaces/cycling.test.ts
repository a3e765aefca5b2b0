import { describe, expect, it } from 'vitest';
import { registryOf, someUser } from '../testing/some-user.ts';
import { withoutSession, type AuthenticatedUser, type User } from '../users/user.ts';
import { emptyRegistry, type UserRegistry } from '../users/user-registry.ts';
import { beginCycling, previewedIn, step, withoutLost, type CycleDirection } from './cycling.ts';

const [ana, ben, cleo] = [someUser(1), someUser(2), someUser(3)];
const { id: anaId } = ana;
const { id: benId } = ben;
const { id: cleoId } = cleo;

/** Cleo is active, before her it was Ben, and first Ana. */
const three: UserRegistry = {
  ...registryOf(ana, ben, cleo),
  activeId: cleoId,
  recent: [cleoId, benId, anaId],
};

const having = (registry: UserRegistry, user: User): UserRegistry => ({
  ...registry,
  users: new Map(registry.users).set(user.id, user),
});
const out = (user: AuthenticatedUser): User => ({ ...withoutSession(user), state: 'loggedOut' });

const previews = (registry: UserRegistry, ...directions: readonly CycleDirection[]) => {
  let cycling = beginCycling(registry);
  return directions.map((direction) => {
    cycling = step(cycling, direction);
    return previewedIn(cycling);
  });
};

describe('cycling by recent use', () => {
  it('goes to who was active before, then further back, and round', () => {
    expect(previews(three, 'older', 'older', 'older')).toEqual([benId, anaId, cleoId]);
  });

  it('goes the other way to who was active longest ago', () => {
    expect(previews(three, 'newer', 'newer', 'older')).toEqual([anaId, benId, anaId]);
  });

  it('skips who cannot become active', () => {
    expect(previews(having(three, out(ben)), 'older', 'older')).toEqual([anaId, cleoId]);
    expect(previews(having(three, { ...ben, isLocked: true }), 'older', 'older')).toEqual([anaId, cleoId]);
  });

  it('begins with who was active last where nobody is', () => {
    const nobody: UserRegistry = { ...three, activeId: undefined };
    expect(previews(nobody, 'older')).toEqual([cleoId]);
    expect(previews(nobody, 'newer')).toEqual([anaId]);
  });

  it('goes on, in the order of the list, to who was never active here', () => {
    expect(previews({ ...three, recent: [cleoId] }, 'older', 'older')).toEqual([anaId, benId]);
  });

  it('stays where it is with nobody else, and nowhere with nobody', () => {
    expect(previews({ ...registryOf(ana), activeId: anaId, recent: [anaId] }, 'older')).toEqual([anaId]);
    expect(previews(emptyRegistry, 'older', 'newer')).toEqual([undefined, undefined]);
  });

  it('offers no more than the recent list is long', () => {
    const many = registryOf(...Array.from({ length: 50 }, (_none, n) => someUser(n)));
    expect(beginCycling(many).candidates).toHaveLength(32);
  });

  it('goes on without who was logged out meanwhile, and ends where that is who was previewed', () => {
    const previewing = step(beginCycling(three), 'older');
    expect(withoutLost(previewing, three)).toBe(previewing);
    const left = withoutLost(previewing, having(three, out(ana)));
    expect(left && [left.candidates, previewedIn(left)]).toEqual([[cleoId, benId], benId]);
    expect(withoutLost(previewing, having(three, out(ben)))).toBeUndefined();
  });
});
