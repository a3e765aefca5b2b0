import { describe, expect, it } from 'vitest';
import { someUser } from '../testing/some-user.ts';
import { restoreRegistry, type FoundAtStart } from './restored-registry.ts';
import { userIdSchema } from './user.ts';

const ana = someUser(1);
const ben = someUser(2);
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
    const { registry, isAsStored } = restoreRegistry(found());
    expect([registry.order, registry.activeId, registry.recent]).toEqual([
      [ana.id, ben.id],
      ben.id,
      [ben.id, ana.id],
    ]);
    expect(isAsStored).toBe(true);
  });

  it('is empty where nothing was stored', () => {
    const nothing = { accounts: undefined, active: undefined, sessions: new Set<never>() };
    expect(restoreRegistry(found(nothing)).registry.users.size).toBe(0);
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

  it('logs out who has no session, without a reason when it should have been on disk', () => {
    const { registry, isAsStored } = restoreRegistry(found({ sessions: new Set([ana.id]) }));
    expect(registry.users.get(ben.id)).toMatchObject({ state: 'loggedOut', because: undefined });
    expect([registry.activeId, isAsStored]).toEqual([undefined, false]);
  });

  it('logs out whose session lived in memory, with the reason', () => {
    const users = [ana, someUser(2, { sessionKept: 'memory' })];
    const { registry } = restoreRegistry(found({ accounts: { users }, sessions: new Set([ana.id]) }));
    expect(registry.users.get(ben.id)).toMatchObject({ state: 'loggedOut', because: 'sessionNotSaved' });
  });

  it('has nobody active where the active user is locked', () => {
    const users = [ana, someUser(2, { isLocked: true, hasWayToUnlock: true })];
    expect(restoreRegistry(found({ accounts: { users } })).registry.activeId).toBeUndefined();
  });

  it('removes an anonymous user whose session is gone: it cannot come back', () => {
    const users = [ana, someUser(2, { anonymousNumber: 1 })];
    const restored = restoreRegistry(found({ accounts: { users }, sessions: new Set([ana.id]) }));
    expect([restored.registry.order, restored.removalsToFinish]).toEqual([[ana.id], [ben.id]]);
  });

  it('erases the session of nobody, and keeps it aside where the registry was recovered', () => {
    const sessions = new Set([ana.id, ben.id, stranger]);
    const whole = restoreRegistry(found({ sessions }));
    expect([whole.sessionsToErase, whole.sessionsToQuarantine]).toEqual([[stranger], []]);
    const recovered = restoreRegistry(found({ sessions, isRecovered: true }));
    expect([recovered.sessionsToErase, recovered.sessionsToQuarantine]).toEqual([[], [stranger]]);
  });
});
