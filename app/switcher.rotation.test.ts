import { describe, expect, it } from 'vitest';
import { fail } from './outcome.ts';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { settled } from './testing/manual-timers.ts';
import { Turns } from './testing/turns.ts';
import { activeIdOf, errorOf, twoUsers, worldWith } from './testing/worlds.ts';
import { serviceIdSchema, type UserId } from './users/user.ts';

/** A world in which the service answers when the test says so, once `hold` was called. */
const slowWorld = async (...emails: string[]) => {
  const turns = new Turns();
  const answering = { isHeld: false };
  const world = new FakeWorld({ serviceTurn: () => (answering.isHeld ? turns.turn() : Promise.resolve()) });
  for (const email of emails) world.service.addAccount(email);
  const switcher = world.start();
  const ids: UserId[] = [];
  for (const email of emails) ids.push(valueOf(await logInByEmail(switcher, email)).userId);
  const [first, second] = ids;
  if (!first) throw new Error('somebody must be logged in');
  const hold = () => (answering.isHeld = true);
  /** All that waits, one of them first. */
  const answerAll = async (index = 0) => {
    answering.isHeld = false;
    await settled();
    turns.release(index);
    await settled();
    while (turns.count > 0) {
      turns.release(0);
      await settled();
    }
  };
  return { world, switcher, turns, first, second: second ?? first, hold, answerAll };
};

describe('sessions that rotate, or have no refresh token', () => {
  it('C1: fifty calls at once that are refused make one refresh, of a token that may be used once', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.grants.rotates = true;
    world.service.expireAccessTokens();
    const calls = Array.from({ length: 50 }, () => switcher.callFunction(ana, 'whoami', []));
    expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
    expect(world.service.countOf('refresh')).toBe(1);
    await switcher.close();
    valueOf(await world.start().callFunction(ana, 'whoami', []));
  });

  it('A14: after a crash between a refresh and its save, that account alone is logged out, with the reason', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.service.grants.rotates = true;
    world.disk.isFull = true;
    world.service.expireAccessTokens();
    valueOf(await switcher.callFunction(ana, 'whoami', []));
    world.disk.isFull = false;
    const restarted = world.start();
    expect(await errorOf(restarted.callFunction(ana, 'whoami', []))).toBe('userLoggedOut');
    await restarted.close();
    expect(restarted.registry.users.get(ana)).toMatchObject({
      state: 'loggedOut',
      because: 'sessionRevoked',
    });
    expect(restarted.stateOf(ben)).toBe('active');
    valueOf(await restarted.callFunction(ben, 'whoami', []));
  });

  it('A14: a rotated session that could not be saved says so, and is saved once it can be', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.grants.rotates = true;
    world.disk.isFull = true;
    world.service.expireAccessTokens();
    valueOf(await switcher.callFunction(ana, 'whoami', []));
    await settled();
    expect(switcher.registry.users.get(ana)).toMatchObject({ sessionKept: 'memory' });
    world.disk.isFull = false;
    await switcher.finishWhatWasLeft();
    expect(switcher.registry.users.get(ana)).toMatchObject({ sessionKept: 'disk' });
    valueOf(await world.start().callFunction(ana, 'whoami', []));
  });

  it('A14: a rotated session whose save fails while Hotseat quits is saved once more before it ends', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.grants.rotates = true;
    world.service.expireAccessTokens();
    const vault = world.disk.holdVault();
    valueOf(await switcher.callFunction(ana, 'whoami', []));
    const closed = switcher.close();
    world.disk.isFull = true;
    vault.release();
    while (!world.warnings.includes('a refreshed session could not be saved')) await Promise.resolve();
    world.disk.isFull = false;
    await closed;
    valueOf(await world.start().callFunction(ana, 'whoami', []));
  });

  it('B2: where no protection holds, a stored session whose refresh token was rotated is erased', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.grants.rotates = true;
    world.disk.isUnprotected = true;
    world.service.expireAccessTokens();
    valueOf(await switcher.callFunction(ana, 'whoami', []));
    await switcher.close();
    expect(world.disk.sessions.has(ana)).toBe(false);
    expect(world.start().registry.users.get(ana)).toMatchObject({ because: 'sessionNotSaved' });
  });

  it('T32: what a refresh brings after a removal is revoked, rotated or not', async () => {
    for (const rotates of [true, false]) {
      const { world, switcher, first, hold, answerAll } = await slowWorld('ana@example.org');
      world.service.grants.rotates = rotates;
      world.service.expireAccessTokens();
      hold();
      const call = switcher.accounts.refreshProfile(first);
      await settled();
      const removal = switcher.remove(first);
      await answerAll();
      valueOf(await removal);
      expect(await errorOf(call)).toBe('userNotFound');
      await switcher.close();
      expect([world.service.sessionCount, world.disk.outbox.size]).toEqual([0, 0]);
    }
  });

  it('a refresh that answers after a new login of its user is revoked, and the new session lives', async () => {
    const { world, switcher, first, hold, answerAll } = await slowWorld('ana@example.org');
    world.service.grants.rotates = true;
    hold();
    const refresh = switcher.accounts.refreshProfile(first);
    await settled();
    const login = logInByEmail(switcher, 'ana@example.org');
    await answerAll();
    valueOf(await login);
    await refresh;
    await switcher.close();
    expect(world.service.sessionCount).toBe(1);
    valueOf(await switcher.callFunction(first, 'whoami', []));
    valueOf(await world.start().callFunction(first, 'whoami', []));
  });

  it('a login that gets the same session again does not revoke it, nor does a refresh that comes late', async () => {
    const { world, switcher, first, hold, answerAll } = await slowWorld('ana@example.org');
    const stored = world.storedSessionOf(first);
    const logIn = world.service.logIn.bind(world.service);
    world.service.logIn = async (method) => {
      const answer = await logIn(method);
      return answer.ok ? { ok: true, value: { ...answer.value, session: stored } } : answer;
    };
    hold();
    const late = switcher.accounts.refreshProfile(first);
    await settled();
    const login = logInByEmail(switcher, 'ana@example.org');
    await settled();
    // The login is answered first, so that its session is there when the refresh comes.
    await answerAll(1);
    valueOf(await login);
    await late;
    await switcher.close();
    valueOf(await switcher.callFunction(first, 'whoami', []));
    expect(world.service.countOf('revoke')).toBe(0);
  });

  it('a login is let in although the old session of its user ends on the way', async () => {
    const { world, switcher, idOf } = await worldWith('ana@example.org');
    const ana = idOf(0);
    world.service.expireAccessTokens();
    world.service.revokeSessionsOf(switcher.registry.users.get(ana)?.subject ?? '');
    const write = world.disk.holdVault();
    const login = logInByEmail(switcher, 'ana@example.org');
    await settled();
    const call = switcher.callFunction(ana, 'whoami', []);
    await settled();
    write.release();
    expect(valueOf(await login)).toEqual({ userId: ana, seat: 'active' });
    await call;
    await switcher.close();
    expect([switcher.stateOf(ana), world.disk.sessions.has(ana)]).toEqual(['active', true]);
    valueOf(await switcher.callFunction(ana, 'whoami', []));
  });

  it('a login revokes the tokens that the old session has by then, not those it began with', async () => {
    const { world, switcher, idOf } = await worldWith('ana@example.org');
    world.service.grants.rotates = true;
    world.service.expireAccessTokens();
    const write = world.disk.holdVault();
    const login = logInByEmail(switcher, 'ana@example.org');
    await settled();
    valueOf(await switcher.callFunction(idOf(0), 'whoami', []));
    write.release();
    valueOf(await login);
    await switcher.close();
    expect(world.service.sessionCount).toBe(1);
    valueOf(await world.start().callFunction(idOf(0), 'whoami', []));
  });

  it('a login that fails does not save the old session that ended on the way', async () => {
    const { world, switcher, idOf } = await worldWith('ana@example.org');
    const ana = idOf(0);
    world.service.revokeSessionsOf(switcher.registry.users.get(ana)?.subject ?? '');
    const write = world.disk.holdVault();
    const login = logInByEmail(switcher, 'ana@example.org');
    await settled();
    const call = switcher.callFunction(ana, 'whoami', []);
    await settled();
    world.disk.refusesAccounts = true;
    write.release();
    expect(await errorOf(login)).toBe('storageUnavailable');
    await call;
    world.disk.refusesAccounts = false;
    await switcher.close();
    expect(switcher.registry.users.get(ana)).toMatchObject({ because: 'sessionRevoked' });
    expect([switcher.isSessionOpen(ana), world.disk.sessions.has(ana), world.service.sessionCount]).toEqual([
      false,
      false,
      0,
    ]);
  });

  it('a session that ends by itself does not keep a login under way from the seat', async () => {
    const {
      world,
      switcher,
      turns,
      second: ben,
      hold,
      answerAll,
    } = await slowWorld('ana@x.org', 'ben@x.org');
    world.service.addAccount('cleo@x.org');
    hold();
    const login = logInByEmail(switcher, 'cleo@x.org');
    world.service.revokeSessionsOf(switcher.registry.users.get(ben)?.subject ?? '');
    const call = switcher.callFunction(ben, 'whoami', []);
    await settled();
    // The call of Ben and its refresh are answered before the login.
    for (let answer = 0; answer < 2; answer += 1) {
      turns.release(1);
      await settled();
    }
    expect([activeIdOf(switcher), switcher.stateOf(ben)]).toEqual([undefined, 'loggedOut']);
    await answerAll();
    await call;
    const { userId, seat } = valueOf(await login);
    expect([seat, activeIdOf(switcher)]).toEqual(['active', userId]);
  });

  it('logging in again at another service than the user’s own is refused before anything is asked', async () => {
    const { world, switcher, ana } = await twoUsers();
    const before = world.service.requests.length;
    const serviceId = serviceIdSchema.parse('elsewhere');
    const method = { kind: 'emailPassword', email: 'ana@example.org', password: 'secret' } as const;
    expect(await switcher.logIn({ serviceId, method, expectedUserId: ana })).toEqual(
      fail({ code: 'invalidInput', field: 'command', problem: 'malformed' }),
    );
    expect(world.service.requests).toHaveLength(before);
  });

  it('without a refresh token an old session is used once more, and its refusal ends it', async () => {
    const world = new FakeWorld();
    world.service.grants.grantsRefreshTokens = false;
    world.service.grants.accessLifeMs = 3_600_000;
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const { userId } = valueOf(await logInByEmail(switcher, 'ana@example.org'));
    world.nowMs += 3_600_000;
    const { writes } = world.disk;
    valueOf(await switcher.callFunction(userId, 'whoami', []));
    await settled();
    expect([world.service.countOf('refresh'), world.disk.writes]).toEqual([1, writes]);
    world.service.failures.set('callFunction whoami', { code: 'authenticationRejected' });
    expect(await errorOf(switcher.callFunction(userId, 'whoami', []))).toBe('userLoggedOut');
    await switcher.close();
    expect(world.service.countOf('refresh')).toBe(2);
    expect(switcher.registry.users.get(userId)).toMatchObject({ because: 'sessionExpired' });
  });

  it('without a refresh token, a call refused in time ends nothing that the service says is good', async () => {
    const world = new FakeWorld();
    world.service.grants.grantsRefreshTokens = false;
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const { userId } = valueOf(await logInByEmail(switcher, 'ana@example.org'));
    world.service.failures.set('callFunction whoami', { code: 'authenticationRejected' });
    expect(await errorOf(switcher.callFunction(userId, 'whoami', []))).toBe('authenticationRejected');
    expect([switcher.stateOf(userId), world.service.countOf('callFunction whoami')]).toEqual(['active', 1]);
    valueOf(await switcher.logOut(userId));
    await switcher.close();
    expect(world.service.sessionCount, 'its access token is revoked').toBe(0);
  });

  it('revocations of a service that is not there wait for it', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.isServiceGone = true;
    valueOf(await switcher.logOut(ana));
    await switcher.close();
    expect(world.disk.outbox.size).toBe(1);
    world.isServiceGone = false;
    await world.start().finishWhatWasLeft();
    expect([world.disk.outbox.size, world.service.sessionCount]).toEqual([0, 1]);
  });
});
