import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '../errors.ts';
import { directoryService } from '../identity/service.ts';
import { FakeService } from '../testing/fake-service.ts';
import { createManualTimers, settled } from '../testing/manual-timers.ts';
import { removalScene } from '../testing/removal-scene.ts';
import { Turns } from '../testing/turns.ts';
import { Revoker } from './revoker.ts';

const here = directoryService.id;
const day = 24 * 60 * 60 * 1000;

const sessionOf = (name: string) => ({ accessToken: `access-${name}`, refreshToken: `refresh-${name}` });

/** A service that revokes, unless told otherwise; what was sent to it, and what is over, is noted. */
const scene = (turn?: () => Promise<void>) => {
  const service = new FakeService(turn);
  const state = { isServiceThere: true, nowMs: 1_000_000 };
  const timers = createManualTimers();
  const ended: [id: string, isRevoked: boolean][] = [];
  const { ports, disk, warnings } = removalScene([], {
    with: () => ({
      timers,
      clock: { nowMs: () => state.nowMs },
      services: { list: () => [], providerOf: () => (state.isServiceThere ? service : undefined) },
    }),
  });
  const revoker = new Revoker(ports, async (id, isRevoked) => {
    ended.push([id, isRevoked]);
  });
  const sent = () => service.requests.map(({ token }) => token);
  return { revoker, service, state, timers, disk, warnings, ended, sent };
};

describe('what may not be kept, or cannot be', () => {
  it('is no access token on disk: it is sent by the next delivery, once', async () => {
    const { revoker, disk, ended, sent } = scene();
    await revoker.queue(here, { accessToken: 'access-ana' }, 'ana');
    expect([disk.outbox.size, sent()]).toEqual([0, []]);
    await revoker.deliver();
    await revoker.deliver();
    expect([sent(), ended]).toEqual([['access-ana'], [['ana', true]]]);
  });

  it('is a refresh token that the disk did not take: that is logged, and it is sent once', async () => {
    const { revoker, disk, warnings, ended, sent } = scene();
    disk.refused.add('revocation');
    await revoker.queue(here, sessionOf('ana'), 'ana');
    expect(warnings).toEqual([['a revocation could not be queued', { code: 'storageUnavailable' }]]);
    await revoker.deliver();
    await revoker.deliver();
    expect([sent(), ended]).toEqual([['refresh-ana'], [['ana', true]]]);
  });

  it('is given up where the service does not answer', async () => {
    const { revoker, service, timers, ended, sent } = scene();
    service.isOffline = true;
    await revoker.queue(here, { accessToken: 'access-ana' }, 'ana');
    await revoker.deliver();
    await revoker.deliver();
    expect([sent(), ended, timers.setCount]).toEqual([['access-ana'], [['ana', false]], 0]);
  });
});

describe('a delivery', () => {
  it('of nothing ends nothing and sets no timer', async () => {
    const { revoker, timers, ended, sent } = scene();
    await revoker.deliver();
    expect([sent(), ended, timers.setCount]).toEqual([[], [], 0]);
  });

  it('that is asked for during another is one with it, and brings what was queued meanwhile', async () => {
    const turns = new Turns();
    const { revoker, disk, sent } = scene(turns.turn);
    await revoker.queue(here, sessionOf('ana'), 'ana');
    const first = revoker.deliver();
    await settled();
    await revoker.queue(here, sessionOf('ben'), 'ben');
    const second = revoker.deliver();
    await settled();
    expect(sent(), 'nothing is sent twice').toEqual(['refresh-ana']);
    turns.release(0);
    await settled();
    expect(sent()).toEqual(['refresh-ana', 'refresh-ben']);
    turns.release(0);
    await Promise.all([first, second]);
    expect(disk.outbox.size).toBe(0);
  });

  it('is over for a token that the service refuses: it knows it no more', async () => {
    const { revoker, service, timers, disk, ended } = scene();
    service.failures.set('revoke', { code: 'authenticationRejected' });
    await revoker.queue(here, sessionOf('ana'), 'ana');
    await revoker.deliver();
    expect([ended, disk.outbox.size, timers.setCount]).toEqual([[['ana', true]], 0, 0]);
  });

  it('to a service that is not there waits for it, and keeps no timer going', async () => {
    const { revoker, state, timers, disk, ended } = scene();
    state.isServiceThere = false;
    await revoker.queue(here, sessionOf('ana'), 'ana');
    await revoker.deliver();
    expect([ended, disk.outbox.size, timers.setCount]).toEqual([[], 1, 0]);
  });

  it.each<[after: string, ageMs: number, tokens: readonly string[], isRevoked: boolean]>([
    ['is still tried after thirty days', 30 * day, ['refresh-ana'], true],
    ['is given up, unsent, after that', 30 * day + 1, [], false],
  ])('%s', async (_after, ageMs, tokens, isRevoked) => {
    const { revoker, state, disk, ended, sent } = scene();
    await revoker.queue(here, sessionOf('ana'), 'ana');
    state.nowMs += ageMs;
    await revoker.deliver();
    expect([sent(), ended, disk.outbox.size]).toEqual([tokens, [['ana', isRevoked]], 0]);
  });
});

describe('of two that wait for a service', () => {
  it.each<[what: string, error: ErrorReport, asked: number]>([
    ['both stay after one that got no answer', { code: 'networkUnavailable' }, 1],
    ['both stay after one that was too many', { code: 'serverError', status: 429 }, 1],
    [
      'both stay after one that was told to wait',
      { code: 'serverError', status: 503, retryAfterSeconds: 0 },
      1,
    ],
    ['each is tried where one was answered with a failure', { code: 'serverError', status: 503 }, 2],
    ['each is tried where one came to nothing else', { code: 'unexpected' }, 2],
  ])('%s', async (_what, error, asked) => {
    const { revoker, service, timers, disk, ended, sent } = scene();
    service.failures.set('revoke', error);
    await revoker.queue(here, sessionOf('ana'), 'ana');
    await revoker.queue(here, sessionOf('ben'), 'ben');
    await revoker.deliver();
    expect(sent()).toHaveLength(asked);
    expect([disk.outbox.size, ended, timers.setCount]).toEqual([2, [], 1]);
  });
});
