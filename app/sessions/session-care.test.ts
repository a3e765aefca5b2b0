import { describe, expect, it, test } from 'vitest';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { careScene } from '../testing/care-scene.ts';
import { someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import type { User } from '../users/user.ts';
import type { Session } from './session.ts';
import { SessionCare } from './session-care.ts';
import type { SessionEvents } from './session-keeper.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const ana = someUser(1);
const ben = someUser(2);
const cleo = someUser(3);

/** Ana is active; nothing has begun. */
const scene = (users: readonly User[] = [ana, ben], options: Parameters<typeof careScene>[1] = {}) => {
  const parts = careScene(users, { active: ana, ...options });
  const care = new SessionCare({ ...parts.ports, connection: undefined }, parts.kept, parts.sessions, (id) =>
    parts.renew(id),
  );
  return { ...parts, care };
};

const endingSoon = someUser(2, { sessionEnd: { atMs: 7 * day, soonFromMs: 0 } });

describe('the care for sessions', () => {
  it('begins once, however often it is told to', () => {
    const { care, delays } = scene();
    care.begin();
    const begun = [...delays];
    care.begin();
    expect(begun).toHaveLength(3);
    expect(delays).toEqual(begun);
  });

  it('leaves no timer when it stops, and begins again when it is told to', () => {
    const { care, timers } = scene();
    care.begin();
    care.stop();
    expect(timers.pendingCount()).toBe(0);
    care.begin();
    expect(timers.pendingCount()).toBe(3);
  });

  it('does not check a session that is looked after already', async () => {
    const { care, pass, renewed } = scene([ana, ben, cleo]);
    care.setLive([ben.id]);
    care.begin();
    await pass(2 * day);
    expect(renewed.length).toBeGreaterThan(0);
    expect(renewed.every((userId) => userId === cleo.id)).toBe(true);
  });

  it('tells on waking of sessions that have come to end soon meanwhile', () => {
    const { care, time, heard } = scene([
      ana,
      someUser(2, { sessionEnd: { atMs: 20 * day, soonFromMs: 13 * day } }),
    ]);
    care.begin();
    time.nowMs += 14 * day;
    expect(heard).toEqual([]);
    care.wake();
    expect([heard, care.isEndingSoon(ben.id)]).toEqual([[[ben.id]], true]);
  });

  it('does not tell again of an end that came with other news of the user', () => {
    const { care, kept, heard } = scene();
    care.begin();
    kept.takeEffect(
      (registry) => succeed({ ...registry, users: new Map(registry.users).set(ben.id, endingSoon) }),
      [ben.id],
    );
    care.wake();
    expect(heard).toEqual([[ben.id]]);
  });
});

describe('a session that changes', () => {
  type Change = Parameters<SessionEvents['changed']>[1];

  /** Ben’s check comes after twelve hours. */
  test.each<[changes: readonly Change[], isChecked: boolean]>([
    [[], true],
    [['begun'], false],
    [['refreshed'], false],
    [['opened'], true],
    [['ended'], true],
    [['refreshed', 'opened'], false],
    [['refreshed', 'ended'], true],
    [['begun', 'ended'], true],
  ])('is checked the same day or not, by what it went through: %j, %s', async (changes, isChecked) => {
    const { care, pass, renewed } = scene();
    care.begin();
    await pass(hour);
    for (const how of changes) care.sessionChanged(ben.id, how);
    await pass(11 * hour);
    expect(renewed).toEqual(isChecked ? [ben.id] : []);
  });

  it('gets the timer of its own end, and is told of where that is soon', () => {
    const { care, sessions, time, delays, heard } = scene();
    care.begin();
    sessions.begin(ana.id, {
      ...someSession,
      accessExpiresAtMs: time.nowMs + 30 * minute,
      refreshExpiresAtMs: time.nowMs + 1,
    });
    care.sessionChanged(ana.id, 'begun');
    expect([delays.at(-1), heard]).toEqual([27 * minute, []]);
    time.nowMs += 1;
    care.sessionChanged(ana.id, 'refreshed');
    expect(heard).toEqual([[ana.id]]);
  });
});

describe('when the network is back', () => {
  /** A service that answers when it is told to. */
  const held = (parts: ReturnType<typeof scene>) => {
    const answers: ((outcome: Outcome<Session>) => void)[] = [];
    parts.service.refresh = () => new Promise((resolve) => answers.push(resolve));
    return () => answers.shift()?.(succeed(someSession));
  };

  it('those who could not be reached are asked for one after another', async () => {
    const parts = scene();
    const answer = held(parts);
    parts.care.begin();
    const asking = parts.care.networkReturned([ana.id, ben.id]);
    expect(parts.renewed).toEqual([ana.id]);
    answer();
    await parts.pass(0);
    expect(parts.renewed).toEqual([ana.id, ben.id]);
    answer();
    await asking;
  });

  it('they are asked for once, though it comes back twice, and again the next time', async () => {
    const parts = scene();
    const answer = held(parts);
    parts.care.begin();
    const asking = parts.care.networkReturned([ben.id]);
    await parts.care.networkReturned([ben.id]);
    expect(parts.renewed).toEqual([ben.id]);
    answer();
    await asking;
    parts.service.refresh = async () => succeed(someSession);
    await parts.care.networkReturned([ben.id]);
    expect(parts.renewed).toEqual([ben.id, ben.id]);
  });

  it('nobody is asked for before the beginning, nor after the end', async () => {
    const { care, renewed } = scene();
    await care.networkReturned([ben.id]);
    care.begin();
    care.stop();
    await care.networkReturned([ben.id]);
    expect(renewed).toEqual([]);
  });

  it('nobody more is asked for once it has ended', async () => {
    const parts = scene();
    const answer = held(parts);
    parts.care.begin();
    const asking = parts.care.networkReturned([ana.id, ben.id]);
    parts.care.stop();
    answer();
    await asking;
    expect(parts.renewed).toEqual([ana.id]);
  });

  it('who is tried again anyway is not asked for twice', async () => {
    const { care, sessions, service, time, pass, renewed } = scene();
    care.begin();
    sessions.begin(ana.id, { ...someSession, accessExpiresAtMs: time.nowMs + 30 * minute });
    care.sessionChanged(ana.id, 'begun');
    service.refresh = async () => fail({ code: 'networkUnavailable' });
    await pass(27 * minute);
    service.refresh = async () => succeed(someSession);
    await care.networkReturned([ana.id, ben.id]);
    expect(renewed).toEqual([ana.id, ben.id]);
    await pass(0);
    expect(renewed).toEqual([ana.id, ben.id, ana.id]);
  });
});
