import { describe, expect, it } from 'vitest';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import { KeptRegistry, type Transition } from './kept-registry.ts';
import type { RegistryEvent } from './registry-event.ts';
import type { UserId } from './user.ts';
import { switchedTo, type UserRegistry } from './user-registry.ts';

const ana = someUser(1);
const ben = someUser(2);
const stored: UserRegistry = { ...registryOf(ana, ben), activeId: ana.id, recent: [ana.id, ben.id] };

/** Ana is active, Ben beside her, and all of it is on disk; every save and event is noted. */
const keeping = () => {
  const disk = { isFull: false };
  const saves: ('accounts' | 'active')[] = [];
  const save = (what: 'accounts' | 'active') => async (): Promise<Outcome<void>> => {
    saves.push(what);
    return disk.isFull ? fail({ code: 'storageUnavailable', problem: 'diskFull' }) : done;
  };
  const kept = new KeptRegistry(
    { saveAccounts: save('accounts'), saveActive: save('active') },
    { registry: stored, isAsStored: true },
    { warn: () => undefined },
  );
  const events: RegistryEvent[] = [];
  kept.subscribe((event) => events.push(event));
  return { kept, disk, saves, events };
};

const renamed =
  (...ids: readonly UserId[]): Transition =>
  (registry) => {
    const users = new Map(registry.users);
    for (const user of users.values())
      if (ids.includes(user.id)) users.set(user.id, { ...user, nickname: 'New' });
    return succeed({ ...registry, users });
  };
const reordered: Transition = (registry) => succeed({ ...registry, order: registry.order.toReversed() });
const nothing: Transition = (registry) => succeed({ ...registry });
const switched: Transition = (registry) => switchedTo(registry, ben.id);
const left: Transition = (registry) => succeed({ ...registry, activeId: undefined });
const forgotten: Transition = (registry) => succeed({ ...registry, recent: [ana.id] });

const event = (fields: Partial<RegistryEvent>): RegistryEvent => ({
  users: [],
  isOrderChanged: false,
  isActiveChanged: false,
  ...fields,
});

describe('listeners of the registry', () => {
  it.each<[string, Transition, readonly UserId[], RegistryEvent[]]>([
    ['a user', renamed(ben.id), [ben.id], [event({ users: [ben.id] })]],
    ['a switch, which changes no user', switched, [ben.id], [event({ isActiveChanged: true })]],
    ['a seat that is left', left, [], [event({ isActiveChanged: true })]],
    ['the order', reordered, [], [event({ isOrderChanged: true })]],
    ['nothing that is the same as before', nothing, [ana.id, ben.id], []],
    ['nobody but who is named', renamed(ana.id, ben.id), [ben.id], [event({ users: [ben.id] })]],
  ])('hear of %s', (_what, transition, touched, expected) => {
    const { kept, events } = keeping();
    expect(kept.takeEffect(transition, touched)).toEqual(done);
    expect(events).toEqual(expected);
  });

  it('hear of who left the seat and was changed by it, though nobody named them', () => {
    const { kept, events } = keeping();
    const locking: Transition = (registry) => {
      const users = new Map(registry.users).set(ana.id, someUser(1, { isLocked: true }));
      return switched({ ...registry, users });
    };
    kept.takeEffect(locking, [ben.id]);
    expect(events).toEqual([event({ users: [ana.id], isActiveChanged: true })]);
  });

  it('hear of flags that are kept elsewhere as of their user alone', () => {
    const { kept, events } = keeping();
    kept.announce([ben.id]);
    expect(events).toEqual([event({ users: [ben.id] })]);
  });
});

describe('what is written to disk', () => {
  it.each<[string, Transition, readonly string[]]>([
    ['nothing, where all is as stored', nothing, []],
    ['the accounts alone, for a changed user', renamed(ben.id), ['accounts']],
    ['the accounts alone, for another order', reordered, ['accounts']],
    ['who is active, for a switch', switched, ['active']],
    ['who is active, for a seat that is left', left, ['active']],
    ['who is active, for a shorter recent list', forgotten, ['active']],
  ])('is %s', async (_what, transition, expected) => {
    const { kept, saves } = keeping();
    await kept.commit(transition);
    expect(saves).toEqual(expected);
    await kept.save();
    expect(saves, 'it is durable: there is nothing more to write').toEqual(expected);
  });

  it('is sure until it could neither be saved nor taken back, and again once it was', async () => {
    const { kept, disk, saves } = keeping();
    expect(kept.isUnsure).toBe(false);
    disk.isFull = true;
    expect(await kept.commit(renamed(ben.id), [ben.id])).toMatchObject({ ok: false });
    expect([kept.isUnsure, kept.current]).toEqual([true, stored]);
    disk.isFull = false;
    saves.length = 0;
    expect(await kept.save()).toEqual(done);
    expect([kept.isUnsure, saves]).toEqual([false, ['accounts']]);
  });
});
