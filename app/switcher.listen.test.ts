import { describe, expect, it } from 'vitest';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { countEvents, twoUsers } from './testing/worlds.ts';
import type { UserId } from './users/user.ts';

describe('listening', () => {
  it('T6: a listener that has left hears nothing', async () => {
    const { switcher, ana, ben } = await twoUsers();
    let heard = 0;
    const stop = switcher.subscribe(() => (heard += 1));
    valueOf(await switcher.switchTo(ana));
    stop();
    valueOf(await switcher.switchTo(ben));
    expect(heard).toBe(1);
  });

  it('T37: the new active user is readable inside a listener', async () => {
    const { switcher, ana } = await twoUsers();
    let seen: UserId | undefined;
    switcher.subscribe(() => (seen = switcher.activeUser?.id));
    valueOf(await switcher.switchTo(ana));
    expect(seen).toBe(ana);
  });

  it('T50: one event each for login, login, switch and log out; a user hears of itself only', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    world.service.addAccount('ben@example.org');
    const switcher = world.start();
    const events = countEvents(switcher);
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
    const ofBen = countEvents(switcher, ben);
    valueOf(await switcher.switchTo(ana));
    valueOf(await switcher.logOut(ana));
    expect(events.count).toBe(4);
    expect(ofBen.count).toBe(0);
    valueOf(await switcher.rename(ben, 'B'));
    expect(ofBen.count).toBe(1);
  });

  it('T50: a listener that throws stops no other, and one may leave during an event', async () => {
    const { world, switcher, ana } = await twoUsers();
    const heard: string[] = [];
    switcher.subscribe(() => {
      throw new Error('a listener of the test');
    });
    const stop = switcher.subscribe(() => {
      heard.push('first');
      stop();
      stopSecond();
    });
    const stopSecond = switcher.subscribe(() => heard.push('second'));
    switcher.subscribe(() => heard.push('third'));
    valueOf(await switcher.switchTo(ana));
    expect(heard).toEqual(['first', 'third']);
    expect(world.warnings).toEqual(['a registry listener failed']);
  });
});
