import { describe, expect, it, vi } from 'vitest';
import type { Push } from '../../app/contract/views.ts';
import type { ErrorReport } from '../../app/errors.ts';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import { registryOf, someUser } from '../../app/testing/some-user.ts';
import { userIdSchema, type User, type UserId } from '../../app/users/user.ts';
import { AskingUsers, isAnswered } from './asking-users.ts';

const ana = someUser(1);
const ben = someUser(2, { isLocked: true, hasWayToUnlock: true });
const { isLocked: _locked, hasWayToUnlock: _way, sessionKept: _kept, ...record } = someUser(3);
const cleo: User = { ...record, state: 'loggedOut' };
const anonymous = someUser(4, { profile: {}, anonymousNumber: 1 });
const nobody = userIdSchema.parse('user-9999');
const withoutWay = { code: 'conflict', with: 'noWayToUnlock' } as const;

const stage = ({ outcome = done, activeId }: { outcome?: Outcome<void>; activeId?: UserId } = {}) => {
  const told: Push[] = [];
  const called = () => vi.fn<(userId?: UserId) => Promise<Outcome<void>>>(async () => outcome);
  const [switchTo, lock, lockAll, logOut, remove] = [called(), called(), called(), called(), called()];
  const users = [ana, ben, cleo, anonymous];
  const registry = {
    ...registryOf(),
    users: new Map(users.map((user) => [user.id, user])),
    order: users.map(({ id }) => id),
    activeId,
  };
  const asking = new AskingUsers({
    switcher: { registry, switchTo, logOut, remove, locking: { lock, lockAll } },
    desk: () => ({ rule: 'free', canProveAtService: () => true }),
    tell: (push) => told.push(push),
  });
  return { asking, told, switchTo, lock, lockAll, logOut, remove };
};

describe('choosing an account', () => {
  it('switches to it', async () => {
    const { asking, switchTo, told } = stage();
    expect(await asking.choose(ana.id)).toEqual(done);
    expect([switchTo.mock.calls, told]).toEqual([[[ana.id]], []]);
  });

  it.each<[string, User, ErrorReport, Push['kind']]>([
    ['locked', ben, { code: 'locked' }, 'unlock'],
    ['logged out', cleo, { code: 'userLoggedOut' }, 'logInAgain'],
  ])('that is %s fails with that, and the window asks', async (_state, user, error, kind) => {
    const { asking, switchTo, told } = stage();
    expect(await asking.choose(user.id)).toEqual(fail(error));
    expect(switchTo).not.toHaveBeenCalled();
    expect(told).toEqual([{ kind, userId: user.id }]);
  });

  it('that is gone does nothing', async () => {
    const { asking, told } = stage();
    expect(await asking.choose(nobody)).toEqual(fail({ code: 'userNotFound' }));
    expect(await asking.perform('remove', nobody, { isConfirmed: true })).toEqual(
      fail({ code: 'userNotFound' }),
    );
    expect(told).toEqual([]);
  });
});

describe('a command for an account', () => {
  it('that takes a yes asks for it in the window, unless the person has said it', async () => {
    const { asking, told, logOut, remove } = stage();
    await asking.perform('remove', ana.id);
    await asking.perform('logOut', anonymous.id);
    expect(told).toEqual([
      { kind: 'remove', userId: ana.id },
      { kind: 'logOutAnonymous', userId: anonymous.id },
    ]);
    expect([remove, logOut].map(({ mock }) => mock.calls)).toEqual([[], []]);
    await asking.perform('remove', ana.id, { isConfirmed: true });
    await asking.perform('logOut', anonymous.id, { isConfirmed: true });
    await asking.perform('logOut', ana.id);
    expect([remove, logOut].map(({ mock }) => mock.calls)).toEqual([[[ana.id]], [[anonymous.id], [ana.id]]]);
  });

  it('opens no dialog that would say nothing', async () => {
    const { asking, told } = stage();
    expect(await asking.perform('unlock', ana.id)).toEqual(fail({ code: 'deniedByPolicy' }));
    expect(await asking.perform('logInAgain', ben.id)).toEqual(fail({ code: 'deniedByPolicy' }));
    expect(told).toEqual([]);
  });

  it('offers to set up what a lock lacks, and fails', async () => {
    const { asking, told } = stage({ outcome: fail(withoutWay), activeId: ana.id });
    expect(await asking.perform('lock', ana.id)).toEqual(fail(withoutWay));
    expect(await asking.lockActive()).toEqual(fail(withoutWay));
    expect(await asking.lockAll()).toEqual(fail(withoutWay));
    expect(told).toEqual([1, 2, 3].map(() => ({ kind: 'setUpUnlocking', userId: ana.id })));
  });

  it('locks all, and with nobody active nobody', async () => {
    const { asking, told, lock, lockAll } = stage();
    expect([await asking.lockAll(), await asking.lockActive()]).toEqual([done, done]);
    expect([lockAll.mock.calls.length, lock.mock.calls.length, told]).toEqual([1, 0, []]);
  });
});

it('tells nobody twice, and nobody of what a later choice replaced', () => {
  const answered: ErrorReport[] = [{ code: 'superseded' }, { code: 'locked' }, withoutWay];
  expect(answered.map(isAnswered)).toEqual([true, true, true]);
  expect(isAnswered({ code: 'storageUnavailable', problem: 'diskFull' })).toBe(false);
  expect(isAnswered({ code: 'conflict', with: 'anonymousWouldGo' })).toBe(false);
});
