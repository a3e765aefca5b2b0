import { describe, expect, it, test } from 'vitest';
import { done, fail, succeed } from '../outcome.ts';
import type { RemovalRecord } from '../ports.ts';
import { removalScene, someSession } from '../testing/removal-scene.ts';
import { settled } from '../testing/manual-timers.ts';
import { someUser } from '../testing/some-user.ts';
import { errorOf } from '../testing/worlds.ts';
import { Removal } from './removal.ts';
import type { DepartedUser } from './restored-registry.ts';
import { serviceIdSchema, type User } from './user.ts';
import { switchedTo, type UserRegistry } from './user-registry.ts';

const failed = fail({ code: 'storageUnavailable', problem: 'failed' });

const ana = someUser(1);
const ben = someUser(2);
const cleo = someUser(3);
const everybody = [ana, ben, cleo];

/** As they are when they have logged in anew: under another id. */
const anew = (user: typeof ana) => someUser(90, { serviceId: user.serviceId, subject: user.subject });

const seats = { succession: 'nobody' } as const;

const withAlso = (registry: UserRegistry, user: User): UserRegistry => ({
  ...registry,
  users: new Map(registry.users).set(user.id, user),
  order: [...registry.order, user.id],
});

/** Ana is active; everybody's session is stored. */
const scene = (
  options: Parameters<typeof removalScene>[1] & {
    readonly isLeft?: readonly User[];
    readonly departed?: readonly DepartedUser[];
    /** What receipts of an earlier run say. */
    readonly tied?: readonly RemovalRecord[];
  } = {},
) => {
  const parts = removalScene(everybody, { active: ana, ...options });
  for (const user of everybody) parts.store(user);
  const { isLeft = [], departed = [], tied = [] } = options;
  for (const receipt of tied) parts.disk.receipts.all.push({ serviceId: undefined, ...receipt });
  const removal = new Removal(parts.ports, parts.kept, parts.sessions, parts.revoker, {
    removalsToFinish: isLeft.map(({ id }) => id),
    departed,
  });
  return { ...parts, removal };
};

describe('users whose tombstones cannot be written', () => {
  const refusing = () => {
    const parts = scene();
    parts.disk.refused.add('tombstone');
    return parts;
  };

  it('are where they were, in whatever order they were to go, and nothing is erased', async () => {
    const { removal, kept, records, disk } = refusing();
    const removing = removal.remove([ben.id, ana.id], seats);
    expect(kept.current.order).toEqual([cleo.id]);
    expect(await removing).toEqual(failed);
    expect(kept.current.order).toEqual([ana.id, ben.id, cleo.id]);
    expect([kept.current.activeId, disk.sessions.size, records]).toEqual([ana.id, 3, []]);
  });

  it('hold the session again that they held, and no other', async () => {
    const { removal, sessions } = refusing();
    sessions.begin(ana.id, someSession);
    const removing = removal.remove([ana.id, ben.id], seats);
    expect(sessions.held(ana.id)).toBeUndefined();
    await removing;
    expect([sessions.held(ana.id), sessions.held(ben.id)]).toEqual([someSession, undefined]);
  });

  it('are told of, as they were when they went', async () => {
    const { removal, kept } = refusing();
    const heard: (readonly string[])[] = [];
    kept.subscribe(({ users }) => heard.push(users));
    await removal.remove([ben.id], seats);
    expect(heard).toEqual([[ben.id], [ben.id]]);
  });

  it('have no tombstone that was written before the others were refused', async () => {
    const { removal, disk } = scene({
      with: ({ tombstones }) => ({
        tombstones: {
          ...tombstones,
          raise: async (userIds) => {
            await tombstones.raise(userIds.slice(0, 1));
            return failed;
          },
        },
      }),
    });
    expect(await removal.remove([ana.id, ben.id], seats)).toEqual(failed);
    expect(disk.tombstones.size).toBe(0);
  });

  it('leave the seat to whoever took it meanwhile', async () => {
    const { removal, kept } = refusing();
    const removing = removal.remove([ana.id], seats);
    kept.takeEffect((registry) => switchedTo(registry, cleo.id), []);
    await removing;
    expect(kept.current.activeId).toBe(cleo.id);
  });

  it('seat nobody else who left the seat by themselves meanwhile', async () => {
    const { removal, kept } = refusing();
    const removing = removal.remove([ben.id], seats);
    kept.takeEffect((registry) => succeed({ ...registry, activeId: undefined }), [], { isByItself: true });
    await removing;
    expect(kept.current.activeId).toBeUndefined();
  });

  it('are removed all the same where they have logged in anew meanwhile; the others are back', async () => {
    const { removal, kept, disk } = refusing();
    const again = anew(ben);
    const removing = removal.remove([ana.id, ben.id], seats);
    kept.takeEffect((registry) => succeed(withAlso(registry, again)), []);
    expect(await removing, 'Ana is not gone').toEqual(failed);
    expect(kept.current.order).toEqual([ana.id, cleo.id, again.id]);
    expect([...disk.sessions.keys()]).toEqual([ana.id, cleo.id]);
  });

  it('are answered as removed where all of them have logged in anew', async () => {
    const { removal, kept, disk } = refusing();
    const again = anew(ben);
    const removing = removal.remove([ben.id], seats);
    kept.takeEffect((registry) => succeed(withAlso(registry, again)), []);
    expect(await removing).toEqual(done);
    expect(kept.current.order).toEqual([ana.id, cleo.id, again.id]);
    expect([...disk.sessions.keys()]).toEqual([ana.id, cleo.id]);
  });
});

describe('removals of an earlier run', () => {
  const serviceId = serviceIdSchema.parse('shop');
  const receiptOf = (user: User): RemovalRecord => ({
    userId: user.id,
    serviceId,
    isAccountDeleted: true,
    revocationId: 'revocation-of-then',
    steps: [],
  });

  test.each<
    [
      what: string,
      known: Pick<NonNullable<Parameters<typeof scene>[0]>, 'departed' | 'tied'>,
      record: Omit<RemovalRecord, 'userId' | 'steps'>,
      begunWith: readonly string[],
      recentList: string,
    ]
  >([
    [
      'of which nothing else is known',
      {},
      { serviceId: undefined, isAccountDeleted: false, revocationId: 'opaque-1' },
      ['session', 'serverSession', 'accountRecord'],
      'empty',
    ],
    [
      'whose user the disk still knows',
      { departed: [{ user: ben, wasRecent: true }] },
      { serviceId: ben.serviceId, isAccountDeleted: false, revocationId: 'opaque-1' },
      ['session', 'serverSession', 'accountRecord', 'recentList'],
      'erased',
    ],
    [
      'whose receipt was begun',
      { tied: [receiptOf(ben)] },
      { serviceId, isAccountDeleted: true, revocationId: 'revocation-of-then' },
      [],
      'empty',
    ],
  ])('are finished by what is known of them (%s)', async (_what, known, record, begunWith, recentList) => {
    const { removal, records, asked } = scene({ isLeft: [ben], ...known });
    expect(removal.isUnfinished(ben.id)).toBe(true);
    await removal.finish();
    expect(records.map(([first]) => first)).toMatchObject([record, record]);
    const [begun, over] = records.map(([first]) => first?.steps ?? []);
    expect(begun?.map(({ subject }) => subject)).toEqual(begunWith);
    expect(over?.find(({ subject }) => subject === 'recentList')?.result).toBe(recentList);
    expect([asked.raise, asked.lower, asked.untie]).toEqual([[[ben.id]], [[ben.id]], [[ben.id]]]);
    expect(removal.isUnfinished(ben.id)).toBe(false);
  });

  it('that are over but for their receipts are untied, once', async () => {
    const { removal, asked, records } = scene({ tied: [receiptOf(ben)] });
    await removal.finish();
    await removal.finish();
    expect([asked.untie, asked.raise, records]).toEqual([[[ben.id]], [], []]);
  });

  it('ask for nothing where there are none', async () => {
    const { removal, asked, disk, warnings } = scene();
    await removal.finish();
    expect([asked.untie, asked.raise, disk.journal, warnings]).toEqual([[], [], [], []]);
  });

  it('that cannot be finished are logged, and stay', async () => {
    const { removal, disk, warnings, records } = scene({ isLeft: [ben] });
    disk.refused.add('tombstone');
    await removal.finish();
    expect(warnings).toEqual([['a removal is not finished', { code: 'storageUnavailable' }]]);
    expect([removal.isUnfinished(ben.id), records]).toEqual([true, []]);
  });
});

describe('a removal of which something is left', () => {
  it('is gone on with as the same one', async () => {
    const { removal, disk, records } = scene();
    disk.refused.add('traces');
    expect(await removal.remove([ben.id], { ...seats, isAccountDeleted: true })).toEqual(failed);
    expect(removal.isUnfinished(ben.id)).toBe(true);
    disk.refused.clear();
    await removal.finish();
    expect([removal.isUnfinished(ben.id), disk.tombstones.size, disk.traces.has(ben.id)]).toEqual([
      false,
      0,
      false,
    ]);
    const same = {
      userId: ben.id,
      serviceId: ben.serviceId,
      isAccountDeleted: true,
      revocationId: 'opaque-1',
    };
    expect(records.map(([first]) => first)).toMatchObject([same, same, same, same]);
    expect(records[2]?.[0]?.steps, 'its receipt knows what was there').toEqual([]);
  });
});

describe('a receipt that waits for its session to be revoked', () => {
  it('waits on while the revocation does, and no longer', async () => {
    const { removal, disk } = scene();
    await removal.remove([ana.id, ben.id], seats);
    const [, lost] = [...disk.outbox.keys()];
    if (lost !== undefined) disk.outbox.delete(lost);
    await removal.giveUpLostRevocations();
    const results = disk.receipts.all.map(
      ({ steps }) => steps.find(({ subject }) => subject === 'serverSession')?.result,
    );
    expect(results).toEqual(['queued', 'failed']);
  });
});

describe('the end of Hotseat', () => {
  it('waits for a removal that is under way', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { removal, disk } = scene({
      with: ({ traces }) => ({ traces: { erase: (userIds) => held.then(() => traces.erase(userIds)) } }),
    });
    const removing = removal.remove([ben.id], seats);
    let isClosed = false;
    const closing = removal.close().then(() => (isClosed = true));
    await settled();
    expect(isClosed).toBe(false);
    release();
    await closing;
    expect([await removing, disk.tombstones.size]).toEqual([done, 0]);
  });

  it('is not kept by a removal that broke before', async () => {
    const { removal } = scene({
      with: () => ({ traces: { erase: () => Promise.reject(new Error('broken')) } }),
    });
    await expect(removal.remove([ben.id], seats)).rejects.toThrow('broken');
    await expect(removal.close()).resolves.toBeUndefined();
  });
});

it('nobody is removed who is not there', async () => {
  const { removal, asked } = scene();
  expect(await errorOf(removal.remove([someUser(50).id], seats))).toBe('userNotFound');
  expect(asked.raise).toEqual([]);
});
