import { describe, expect, it, vi } from 'vitest';
import type { Push } from '../../app/contract/views.ts';
import { directoryService } from '../../app/identity/service.ts';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import { arrived, emptyRegistry, loggedOut } from '../../app/users/user-registry.ts';
import { chooseRow, chooseUser } from './row-choice.ts';

const [first, second] = [userIdSchema.parse('user-0001'), userIdSchema.parse('user-0002')];

const twoUsers = [first, second].reduce(
  (registry, newId) =>
    arrived(
      registry,
      {
        serviceId: directoryService.id,
        subject: newId,
        profile: {},
        identities: [],
        isAnonymous: false,
        sessionKept: 'disk',
      },
      { newId, nowMs: 0, activate: true },
    ).registry,
  emptyRegistry,
);

const stage = (registry = twoUsers, outcome: Outcome<void> = done, shown = registry.order) => {
  const switchTo = vi.fn<(userId: UserId) => Promise<Outcome<void>>>(async () => outcome);
  const pushed: Push[] = [];
  const choose = (index: number) =>
    chooseRow(index, shown, { registry, switchTo }, (push) => {
      pushed.push(push);
    });
  const chooseOne = (userId: UserId) =>
    chooseUser(userId, { registry, switchTo }, (push) => pushed.push(push));
  return { choose, chooseOne, switchTo, pushed };
};

describe('choosing a row', () => {
  it('switches to it', async () => {
    const { choose, switchTo, pushed } = stage();
    await choose(0);
    expect(switchTo.mock.calls).toEqual([[first]]);
    expect(pushed).toEqual([]);
  });

  it('has the window ask to log in again where it is logged out', async () => {
    const after = loggedOut(twoUsers, first, { succession: 'nobody' });
    const { choose, switchTo, pushed } = stage(after.ok ? after.value : undefined);
    await choose(0);
    expect(switchTo).not.toHaveBeenCalled();
    expect(pushed).toEqual([{ kind: 'logInAgain', userId: first }]);
  });

  it('goes by the order on screen, which a grouped list has of its own', async () => {
    const { choose, switchTo } = stage(twoUsers, done, [second, first]);
    await choose(0);
    expect(switchTo.mock.calls).toEqual([[second]]);
  });

  it('does nothing past the end', async () => {
    const { choose, switchTo, pushed } = stage();
    await choose(2);
    expect(switchTo).not.toHaveBeenCalled();
    expect(pushed).toEqual([]);
  });

  it('goes by the user where that is known, and by nobody who is gone', async () => {
    const { chooseOne, switchTo, pushed } = stage();
    await chooseOne(second);
    await chooseOne(userIdSchema.parse('user-0003'));
    expect(switchTo.mock.calls).toEqual([[second]]);
    expect(pushed).toEqual([]);
  });

  it('tells of a switch that failed, but not of one that a later one replaced', async () => {
    const failed = stage(twoUsers, fail({ code: 'storageUnavailable', problem: 'diskFull' }));
    await failed.choose(1);
    expect(failed.pushed).toEqual([{ kind: 'switchFailed', userId: second, code: 'storageUnavailable' }]);
    const superseded = stage(twoUsers, fail({ code: 'superseded' }));
    await superseded.choose(1);
    expect(superseded.pushed).toEqual([]);
  });
});
