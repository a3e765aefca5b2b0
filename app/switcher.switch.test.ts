import { describe, expect, it } from 'vitest';
import { messageOf } from './errors.ts';
import { valueOf } from './testing/fake-world.ts';
import { Turns } from './testing/turns.ts';
import { activeIdOf, countEvents, errorOf, twoUsers, unknownId, worldWith } from './testing/worlds.ts';

describe('switching', () => {
  it('T7: to a signed-in user and back; the list is unchanged', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.switchTo(ana));
    expect(activeIdOf(switcher)).toBe(ana);
    valueOf(await switcher.switchTo(ben));
    expect(activeIdOf(switcher)).toBe(ben);
    expect(switcher.registry.order).toEqual([ana, ben]);
  });

  it('T8: to a logged-out user is refused in these words, and the active user stays', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    const outcome = await switcher.switchTo(ana);
    expect(outcome.ok ? '' : messageOf(outcome.error)).toBe('User is no longer valid or is logged out');
    expect(activeIdOf(switcher)).toBe(ben);
  });

  it('T9: to or away with an unknown or removed user: `User does not exist`, and no request is sent', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.remove(ana));
    await switcher.close();
    const requests = world.service.requests.length;
    for (const id of [unknownId, ana])
      for (const outcome of [await switcher.switchTo(id), await switcher.remove(id)])
        expect(outcome.ok ? '' : messageOf(outcome.error)).toBe('User does not exist');
    expect(switcher.stateOf(ben)).toBe('active');
    expect(world.service.requests.length).toBe(requests);
  });

  it('to the active user succeeds, writes nothing and makes no event', async () => {
    const { world, switcher, ben } = await twoUsers();
    const writes = world.disk.writes;
    const events = countEvents(switcher);
    valueOf(await switcher.switchTo(ben));
    expect([world.disk.writes, events.count]).toEqual([writes, 0]);
  });

  it('a burst coalesces: the last one wins, the others are superseded, and writes stay few', async () => {
    const { world, switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org', 'd@x.org');
    const [a, b, c] = [idOf(0), idOf(1), idOf(2)];
    const writes = world.disk.writes;
    const outcomes = await Promise.all([a, b, c, b, a].map((id) => switcher.switchTo(id)));
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.error.code))).toEqual([
      'superseded',
      'superseded',
      'superseded',
      'superseded',
      'done',
    ]);
    expect(activeIdOf(switcher)).toBe(a);
    expect(world.disk.writes - writes).toBe(1);
  });

  it('F8: of a flood the first is done at once, and of all that has come in meanwhile the last one', async () => {
    const { world, switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org', 'd@x.org');
    const [a, b, c] = [idOf(0), idOf(1), idOf(2)];
    const turns = new Turns();
    world.heardAll = turns.turn;
    valueOf(await switcher.switchTo(a));
    const coming = [b, c, b].map((id) => switcher.switchTo(id));
    const again = switcher.switchTo(a);
    expect(await Promise.all(coming.map(errorOf))).toEqual(['superseded', 'superseded', 'superseded']);
    expect(activeIdOf(switcher), 'nothing begins before all is heard').toBe(a);
    const last = switcher.switchTo(c);
    expect(await errorOf(again)).toBe('superseded');
    turns.release(0);
    valueOf(await last);
    expect(activeIdOf(switcher)).toBe(c);
  });

  it('a switch that cannot be saved is refused, and the active user stays', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.disk.isFull = true;
    expect(await errorOf(switcher.switchTo(ana))).toBe('storageUnavailable');
    expect(activeIdOf(switcher)).toBe(ben);
    world.disk.isFull = false;
    valueOf(await switcher.switchTo(ana));
    expect(world.start().registry.activeId).toBe(ana);
  });

  it('survives a restart', async () => {
    const { world, switcher, ana } = await twoUsers();
    valueOf(await switcher.switchTo(ana));
    expect(world.start().registry.activeId).toBe(ana);
  });
});
