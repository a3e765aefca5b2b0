import { describe, expect, it, test } from 'vitest';
import type { RemovalResult, RemovalStep, RemovalSubject } from '../contract/removal-views.ts';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import { removalScene, someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import { Erasure, type Leaving } from './erasure.ts';
import type { UserId } from './user.ts';

const failed = fail({ code: 'storageUnavailable', problem: 'failed' });

const ana = someUser(1);
const ben = someUser(2);

const leavingOf = (user: typeof ana, fields: Partial<Leaving> = {}): Leaving => ({
  userId: user.id,
  serviceId: user.serviceId,
  mayHaveSession: true,
  wasRecent: true,
  isAccountDeleted: false,
  revocationId: `revocation-of-${user.id}`,
  isResumed: false,
  ...fields,
});

/** As many as fit into one part, and more. */
const atOnce = 32;
const crowd = (count: number): readonly Leaving[] =>
  Array.from({ length: count }, (_none, n) => leavingOf(someUser(n)));

const scene = (options: Parameters<typeof removalScene>[1] = {}) => {
  const parts = removalScene([], options);
  return { ...parts, erasure: new Erasure(parts.ports, parts.kept, parts.revoker) };
};

/** Traces of these users cannot be erased. */
const tracesStay = (...stuck: readonly UserId[]) => ({
  with: () => ({
    traces: {
      erase: async (userIds: readonly UserId[]) =>
        new Map<UserId, readonly RemovalStep[]>(
          userIds.map((id) => [
            id,
            [{ subject: 'webCache', result: stuck.includes(id) ? 'failed' : 'erased' }],
          ]),
        ),
    },
  }),
});

type Results = Partial<Record<RemovalSubject, RemovalResult>>;

const resultsOf = (steps: readonly RemovalStep[] | undefined): Results =>
  Object.fromEntries((steps ?? []).map(({ subject, result }) => [subject, result]));

describe('the receipt of a removal that begins', () => {
  test.each<[what: string, fields: Partial<Leaving>, expected: Results]>([
    [
      'of a signed-in user who was active lately',
      {},
      { session: 'failed', serverSession: 'queued', accountRecord: 'failed', recentList: 'failed' },
    ],
    ['of a logged-out user', { mayHaveSession: false }, { accountRecord: 'failed', recentList: 'failed' }],
    [
      'of who was never active',
      { wasRecent: false },
      { session: 'failed', serverSession: 'queued', accountRecord: 'failed' },
    ],
    ['of one that an earlier run began', { isResumed: true }, {}],
  ])('says what is there to be erased (%s)', async (_what, fields, expected) => {
    const { erasure, records } = scene();
    await erasure.erase([leavingOf(ana, { isAccountDeleted: true, ...fields })]);
    const [begun] = records;
    expect(begun).toMatchObject([
      {
        userId: ana.id,
        serviceId: ana.serviceId,
        isAccountDeleted: true,
        revocationId: `revocation-of-${ana.id}`,
      },
    ]);
    expect(resultsOf(begun?.[0]?.steps)).toEqual(expected);
    expect(begun?.[0]?.steps).toHaveLength(Object.keys(expected).length);
  });
});

describe('the session of who leaves', () => {
  const unknown = { serviceId: undefined };
  test.each<[what: string, isStored: boolean, fields: Partial<Leaving>, here: RemovalResult, there: string]>([
    ['that is stored', true, {}, 'erased', 'queued'],
    ['that was in memory only', false, { ended: someSession }, 'erased', 'queued'],
    ['that is nowhere', false, {}, 'empty', 'empty'],
    ['of a logged-out user', true, { mayHaveSession: false }, 'empty', 'empty'],
    ['of an unknown service, stored', true, unknown, 'erased', 'failed'],
    ['of an unknown service, in memory', false, { ...unknown, ended: someSession }, 'erased', 'failed'],
    ['of an unknown service, nowhere', false, unknown, 'empty', 'empty'],
  ])('%s', async (_what, isStored, fields, here, there) => {
    const { erasure, disk, records, store } = scene();
    if (isStored) store(ana);
    const { outcome, left } = await erasure.erase([leavingOf(ana, fields)]);
    expect([outcome, left]).toEqual([done, []]);
    expect(resultsOf(records.at(-1)?.[0]?.steps)).toMatchObject({ session: here, serverSession: there });
    expect(disk.sessions.has(ana.id)).toBe(false);
    expect([...disk.outbox.keys()]).toEqual(there === 'queued' ? [`revocation-of-${ana.id}`] : []);
  });

  test.each<[what: string, erased: Outcome<void>, isStillThere: boolean]>([
    ['is still there after it was erased', done, true],
    ['could not be erased, whether it is there or not', failed, false],
  ])('that %s has not gone', async (_what, erased, isStillThere) => {
    const { erasure, records, asked } = scene({
      with: ({ vault }) => ({
        vault: { ...vault, erase: async () => erased, has: async () => isStillThere },
      }),
    });
    const { outcome, left } = await erasure.erase([leavingOf(ana)]);
    expect(resultsOf(records.at(-1)?.[0]?.steps)).toMatchObject({ session: 'failed' });
    expect([outcome, left]).toEqual([failed, [leavingOf(ana)]]);
    expect(asked.lower).toEqual([]);
  });
});

describe('what is left of an erasure', () => {
  it('is nothing where everything went, and the receipt says so', async () => {
    const { erasure, records, asked, store } = scene();
    store(ana);
    expect(await erasure.erase([leavingOf(ana, { wasRecent: false })])).toEqual({ outcome: done, left: [] });
    expect(resultsOf(records.at(-1)?.[0]?.steps)).toMatchObject({
      accountRecord: 'erased',
      recentList: 'empty',
      webStorage: 'erased',
    });
    expect([asked.lower, asked.untie]).toEqual([[[ana.id]], [[ana.id]]]);
  });

  it('is who could not be erased, and the failure is told though others went', async () => {
    const { erasure, asked } = scene(tracesStay(ana.id));
    const leaving = [leavingOf(ana), leavingOf(ben)];
    expect(await erasure.erase(leaving)).toEqual({ outcome: failed, left: [leavingOf(ana)] });
    expect([asked.lower, asked.untie]).toEqual([[[ben.id]], [[ben.id]]]);
  });

  it('asks for no tombstone to go where nobody is over', async () => {
    const { erasure, asked } = scene(tracesStay(ana.id));
    await erasure.erase([leavingOf(ana)]);
    expect([asked.lower, asked.untie]).toEqual([[], []]);
  });

  it('is who keeps a tombstone that does not go', async () => {
    const { erasure, disk, asked } = scene();
    disk.refused.add('tombstone lowered');
    expect(await erasure.erase([leavingOf(ana)])).toEqual({ outcome: failed, left: [leavingOf(ana)] });
    expect(asked.untie, 'its receipt is needed again').toEqual([]);
  });

  it('is who has no receipt, though nothing failed that a person would have to know of', async () => {
    const { erasure, disk, asked, warnings } = scene();
    disk.refused.add('receipt');
    expect(await erasure.erase([leavingOf(ana)])).toEqual({ outcome: done, left: [leavingOf(ana)] });
    expect(asked.lower).toEqual([]);
    const warning = ['a receipt could not be kept', { code: 'storageUnavailable' }];
    expect(warnings).toEqual([warning, warning]);
  });

  it('is nobody whose receipt only stays tied: that is logged', async () => {
    const { erasure, disk, warnings } = scene();
    disk.refused.add('untied');
    expect(await erasure.erase([leavingOf(ana)])).toEqual({ outcome: done, left: [] });
    expect(warnings).toEqual([['a receipt is still tied', { code: 'storageUnavailable' }]]);
  });

  it('is nothing of whom nothing else is known on this computer', async () => {
    const { erasure, records } = scene({ with: () => ({ traces: { erase: async () => new Map() } }) });
    expect(await erasure.erase([leavingOf(ana)])).toEqual({ outcome: done, left: [] });
    expect(records.at(-1)?.[0]?.steps.map(({ subject }) => subject)).toEqual([
      'session',
      'serverSession',
      'accountRecord',
      'recentList',
    ]);
  });
});

describe('an erasure of many', () => {
  it('goes in parts, and tells after each how far it is', async () => {
    const told: number[] = [];
    const { erasure } = scene();
    await erasure.erase(crowd(2 * atOnce), (erased) => told.push(erased));
    expect(told).toEqual([16, 32, 48, 64]);
  });

  it('tells of a part that failed though the next one went', async () => {
    const leaving = crowd(atOnce + 1);
    const [first] = leaving;
    const { erasure } = scene(tracesStay(someUser(0).id));
    expect(await erasure.erase(leaving)).toEqual({ outcome: failed, left: [first] });
  });

  it('that is closed between two parts leaves all of them, with the tombstones, and saves nothing', async () => {
    const { erasure, disk, kept, records } = scene();
    kept.takeEffect((registry) => succeed({ ...registry, users: new Map() }), []);
    const leaving = crowd(atOnce + 1);
    const erasing = erasure.erase(leaving, () => erasure.close());
    expect(await erasing).toEqual({ outcome: done, left: leaving });
    expect([disk.accountWrites, disk.journal.includes('traces'), records.length]).toEqual([0, false, 1]);
  });

  it('that fits into one part is finished though it is closed', async () => {
    const { erasure, asked } = scene();
    erasure.close();
    const leaving = crowd(atOnce);
    expect(await erasure.erase(leaving)).toEqual({ outcome: done, left: [] });
    expect(asked.lower).toEqual([leaving.map(({ userId }) => userId)]);
  });
});
