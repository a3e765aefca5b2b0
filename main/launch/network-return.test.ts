import { describe, expect, it } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { noticeNetworkReturn } from './network-return.ts';

const stage = () => {
  const timers = createManualTimers();
  const world = { isOnline: true, isMissed: false, returns: 0, asked: 0 };
  const network = noticeNetworkReturn({
    isOnline: () => {
      world.asked += 1;
      return world.isOnline;
    },
    isMissed: () => world.isMissed,
    onReturned: () => {
      world.returns += 1;
    },
    timers,
  });
  return { timers, world, network };
};

describe('the return of the network', () => {
  it('is nobody’s business while everybody is reached', async () => {
    const { timers, world, network } = stage();
    world.isOnline = false;
    network.invalidate();
    await timers.advance(3_600_000);
    expect(world).toMatchObject({ asked: 0, returns: 0 });
    expect(timers.pendingCount()).toBe(0);
  });

  it('is noticed, once, and watched for no longer than it is missed', async () => {
    const { timers, world, network } = stage();
    Object.assign(world, { isOnline: false, isMissed: true });
    network.invalidate();
    network.invalidate();
    await timers.advance(60_000);
    expect(world.returns).toBe(0);
    expect(timers.pendingCount()).toBe(1);
    world.isOnline = true;
    await timers.advance(3_000);
    expect(world.returns).toBe(1);
    await timers.advance(60_000);
    expect(world.returns).toBe(1);
    world.isMissed = false;
    await timers.advance(3_000);
    expect(timers.pendingCount()).toBe(0);
  });

  it('is noticed every time', async () => {
    const { timers, world, network } = stage();
    world.isMissed = true;
    network.invalidate();
    for (const isOnline of [false, true, false, true]) {
      world.isOnline = isOnline;
      await timers.advance(3_000);
    }
    expect(world.returns).toBe(2);
  });

  it('is not noticed where it was never gone: a service that is down says nothing of the network', async () => {
    const { timers, world, network } = stage();
    world.isMissed = true;
    network.invalidate();
    await timers.advance(600_000);
    expect(world.returns).toBe(0);
  });
});
