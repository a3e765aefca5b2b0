import { describe, expect, it } from 'vitest';
import { someUser } from '../testing/some-user.ts';
import { restoreRegistry, type FoundAtStart } from './restored-registry.ts';
import { userIdSchema, withoutSession, type User, type UserId } from './user.ts';

const ana = someUser(1);
const ben = someUser(2);
const loggedOutAna: User = { ...withoutSession(ana), state: 'loggedOut', because: 'sessionExpired' };
const lockedBen = someUser(2, { isLocked: true, hasWayToUnlock: true });
const stranger = userIdSchema.parse('user-stranger');

const found = (fields: Partial<FoundAtStart> = {}): FoundAtStart => ({
  accounts: { users: [ana, ben] },
  active: { version: 2, activeId: ben.id, recent: [ben.id, ana.id] },
  tombstones: new Set(),
  sessions: new Set([ana.id, ben.id]),
  locks: new Set(),
  isRecovered: false,
  ...fields,
});

describe('the registry at the start', () => {
  it('is what was stored', () => {
    const { registry, isAsStored, loggedOutByStart } = restoreRegistry(found());
    expect([registry.order, registry.activeId, registry.recent]).toEqual([
      [ana.id, ben.id],
      ben.id,
      [ben.id, ana.id],
    ]);
    expect(isAsStored).toBe(true);
    expect(loggedOutByStart).toEqual([]);
  });

  it('is empty where nothing was stored', () => {
    const nothing = { accounts: undefined, active: undefined, sessions: new Set<never>() };
    const { registry, isAsStored } = restoreRegistry(found(nothing));
    expect(registry.users.size).toBe(0);
    expect(isAsStored, 'there is nothing to save').toBe(true);
  });

  it('is what was stored where nobody was active', () => {
    const active = { version: 2 as const, recent: [ana.id] };
    const { registry, isAsStored } = restoreRegistry(found({ active }));
    expect([registry.activeId, registry.recent, isAsStored]).toEqual([undefined, [ana.id], true]);
  });

  it.each<[string, Partial<FoundAtStart>]>([
    ['somebody was locked', { locks: new Set([ana.id]) }],
    ['somebody was logged out', { sessions: new Set([ben.id]) }],
    ['who was active may not be any more', { accounts: { users: [ana, lockedBen] } }],
    [
      'the recent list names a stranger',
      { active: { version: 2, activeId: ben.id, recent: [ben.id, stranger] } },
    ],
    ['it comes from a previous generation', { isRecovered: true }],
  ])('is to be saved again where %s', (_what, fields) => {
    expect(restoreRegistry(found(fields)).isAsStored).toBe(false);
  });

  it('knows no user with a tombstone, and has its removal finished', () => {
    const restored = restoreRegistry(found({ tombstones: new Set([ben.id]) }));
    expect(restored.registry.order).toEqual([ana.id]);
    expect(restored.registry.activeId).toBeUndefined();
    expect([restored.removalsToFinish, restored.departed]).toEqual([
      [ben.id],
      [{ user: ben, wasRecent: true }],
    ]);
    expect(restored.sessionsToErase, 'it is revoked before it is erased').toEqual([]);
    expect(restored.isAsStored).toBe(false);
  });

  it('finishes a removal also where who was active is lost', () => {
    const { departed } = restoreRegistry(found({ tombstones: new Set([ben.id]), active: undefined }));
    expect(departed).toEqual([{ user: ben, wasRecent: false }]);
  });

  it('logs out who has no session, without a reason when it should have been on disk', () => {
    const { registry, isAsStored } = restoreRegistry(found({ sessions: new Set([ana.id]) }));
    expect(registry.users.get(ben.id)).toMatchObject({ state: 'loggedOut', because: undefined });
    expect([registry.activeId, isAsStored]).toEqual([undefined, false]);
  });

  it('says whom it logged out, and not who was so already', () => {
    const users = [loggedOutAna, ben];
    const { loggedOutByStart } = restoreRegistry(found({ accounts: { users }, sessions: new Set() }));
    expect(loggedOutByStart).toEqual([ben.id]);
  });

  it('leaves who is logged out as they are, whatever is left of their lock', () => {
    const users = [loggedOutAna, ben];
    const fields = { accounts: { users }, sessions: new Set([ben.id]), locks: new Set([ana.id]) };
    const { registry } = restoreRegistry(found(fields), () => 'loggedOut');
    expect(registry.users.get(ana.id)).toBe(loggedOutAna);
  });

  it('logs out whose session lived in memory, with the reason', () => {
    const users = [ana, someUser(2, { sessionKept: 'memory' })];
    const { registry } = restoreRegistry(found({ accounts: { users }, sessions: new Set([ana.id]) }));
    expect(registry.users.get(ben.id)).toMatchObject({ state: 'loggedOut', because: 'sessionNotSaved' });
  });

  it('has nobody active where the active user is locked', () => {
    const accounts = { users: [ana, lockedBen] };
    expect(restoreRegistry(found({ accounts })).registry.activeId).toBeUndefined();
  });

  it.each([
    ['its lock is stored and the registry has not heard of it', true, false, false],
    ['its lock is stored and the registry knows it as locked alone', true, false, true],
    ['its lock is stored and it was open', true, true, false],
    ['its lock is lost and it was open', false, true, false],
  ])('locks who has something to unlock with: %s', (_case, isStored, hasWayToUnlock, isLocked) => {
    const accounts = { users: [someUser(1, { hasWayToUnlock, isLocked }), ben] };
    const locks = new Set(isStored ? [ana.id] : []);
    const { registry } = restoreRegistry(found({ accounts, locks }));
    expect(registry.users.get(ana.id)).toMatchObject({ hasWayToUnlock: true, isLocked: true });
  });

  it.each([
    ['with a PIN or passphrase', someUser(1, { isLocked: true, hasWayToUnlock: true })],
    ['for a login at the service', someUser(1, { isLocked: true, sessionKept: 'nowhere' })],
  ])('leaves as it is who was locked already, %s', (_how, locked) => {
    const locks = new Set(locked.hasWayToUnlock ? [locked.id] : []);
    const { registry, isAsStored } = restoreRegistry(found({ accounts: { users: [locked, ben] }, locks }));
    expect(registry.users.get(locked.id)).toBe(locked);
    expect(isAsStored).toBe(true);
  });

  it.each<[string, FoundAtStart['active'], UserId | undefined]>([
    ['who was active', { version: 2, activeId: ben.id, recent: [ana.id, ben.id] }, ben.id],
    ['the most recent, where nobody was active', { version: 2, recent: [ana.id, ben.id] }, ana.id],
    ['nobody, where that is lost', undefined, undefined],
  ])('tells the rule who was there last: %s', (_who, active, expected) => {
    const last: UserId[] = [];
    restoreRegistry(found({ active }), (user, isLast) => {
      if (isLast) last.push(user.id);
      return 'stays';
    });
    expect(last).toEqual(expected === undefined ? [] : [expected]);
  });

  it('removes an anonymous user whose session is gone: it cannot come back', () => {
    const users = [ana, someUser(2, { anonymousNumber: 1 })];
    const restored = restoreRegistry(found({ accounts: { users }, sessions: new Set([ana.id]) }));
    expect([restored.registry.order, restored.removalsToFinish]).toEqual([[ana.id], [ben.id]]);
  });

  it('keeps an anonymous user whose session is there', () => {
    const guest = someUser(2, { anonymousNumber: 1 });
    const restored = restoreRegistry(found({ accounts: { users: [ana, guest] } }));
    expect(restored.registry.users.get(guest.id)).toBe(guest);
    expect([restored.removalsToFinish, restored.departed]).toEqual([[], []]);
  });

  it('erases the session of nobody, and keeps it aside where the registry was recovered', () => {
    const sessions = new Set([ana.id, ben.id, stranger]);
    const whole = restoreRegistry(found({ sessions }));
    expect([whole.sessionsToErase, whole.sessionsToQuarantine]).toEqual([[stranger], []]);
    const recovered = restoreRegistry(found({ sessions, isRecovered: true }));
    expect([recovered.sessionsToErase, recovered.sessionsToQuarantine]).toEqual([[], [stranger]]);
  });
});
