import { describe, expect, it, test } from 'vitest';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { FakeDisk } from '../testing/fake-disk.ts';
import { FakeService } from '../testing/fake-service.ts';
import { settled } from '../testing/manual-timers.ts';
import { someUser } from '../testing/some-user.ts';
import type { Session } from './session.ts';
import { SessionKeeper, type SessionEvents } from './session-keeper.ts';

const { id: ana, serviceId } = someUser(1);

const nowMs = 1_000_000;
const session = (n: number, fields: Partial<Session> = {}): Session => ({
  accessToken: `CANARY-access-${n}`,
  refreshToken: `CANARY-refresh-${n}`,
  ...fields,
});
const [old, newer, newest] = [session(1), session(2), session(3)];
const expired: Partial<Session> = { accessExpiresAtMs: nowMs - 1 };

const rejected = fail({ code: 'authenticationRejected' });
const unreachable = fail({ code: 'networkUnavailable' });
const loggedOut = fail({ code: 'userLoggedOut' });

/** A keeper over a disk in memory, what it tells, and a service whose refreshes are answered by the test. */
const scene = (stored?: Session) => {
  const disk = new FakeDisk();
  if (stored) disk.sessions.set(ana, JSON.stringify(stored));
  const told: (readonly unknown[])[] = [];
  const note =
    (what: keyof SessionEvents) =>
    (...said: readonly unknown[]): void => {
      told.push([what, ...said]);
    };
  const { vault } = disk.ports(() => Promise.resolve());
  const keeper = new SessionKeeper(
    vault,
    { nowMs: () => nowMs },
    {
      ended: note('ended'),
      refreshed: note('refreshed'),
      arrivedLate: note('arrivedLate'),
      changed: note('changed'),
      reached: note('reached'),
      opened: note('opened'),
    },
  );
  const refreshes: Session[] = [];
  const waiting: ((answer: Outcome<Session>) => void)[] = [];
  const provider = new FakeService();
  provider.refresh = (of) => {
    refreshes.push(of);
    return new Promise((resolve) => waiting.push(resolve));
  };
  /** Answers the refresh that has waited longest. */
  const answer = async (outcome: Outcome<Session>) => {
    await settled();
    const next = waiting.shift();
    if (!next) throw new Error('nobody has asked for a refresh');
    next(outcome);
    await settled();
  };
  const toldOf = (what: keyof SessionEvents) => told.filter(([kind]) => kind === what);
  return { disk, keeper, service: { id: serviceId, provider }, told, toldOf, refreshes, answer };
};

/** A call that is answered in turn, and what it was made with. */
const calling = (...answers: readonly (Outcome<string> | (() => Outcome<string>))[]) => {
  const tokens: string[] = [];
  const call = async (token: string): Promise<Outcome<string>> => {
    const next = answers[tokens.length];
    tokens.push(token);
    if (!next) throw new Error('called more often than expected');
    return typeof next === 'function' ? next() : next;
  };
  return { call, tokens };
};

describe('what happens to a session in memory', () => {
  it('is told as it happens', async () => {
    const { keeper, service, told, answer } = scene();
    keeper.begin(ana, old);
    const renewing = keeper.renew(ana, service);
    await answer(succeed(newer));
    await renewing;
    expect(keeper.end(ana)).toEqual(newer);
    expect(told).toEqual([
      ['changed', ana, 'begun'],
      ['reached', ana, true],
      ['refreshed', ana, { session: newer, before: old, generation: 1 }],
      ['changed', ana, 'refreshed'],
      ['changed', ana, 'ended'],
    ]);
  });

  it('is over for who is locked, which is told once', async () => {
    const { keeper, toldOf } = scene();
    keeper.begin(ana, old);
    await keeper.lockUp(ana);
    await keeper.lockUp(ana);
    expect(keeper.held(ana)).toBeUndefined();
    expect(toldOf('changed').slice(1)).toEqual([['changed', ana, 'ended']]);
  });

  it('is held again, and what is refreshed of it, once a locked user has logged in', async () => {
    const { keeper, service, answer } = scene();
    keeper.begin(ana, old);
    await keeper.lockUp(ana);
    keeper.begin(ana, newer);
    const renewing = keeper.renew(ana, service);
    await answer(succeed(newest));
    await renewing;
    expect(keeper.held(ana)).toEqual(newest);
  });
});

describe('a session that is opened', () => {
  test.each<
    [where: string, stored: Session | undefined, isLocked: boolean, kind: string, told: readonly unknown[][]]
  >([
    [
      'from the vault is held',
      old,
      false,
      'session',
      [
        ['opened', ana, true],
        ['changed', ana, 'opened'],
      ],
    ],
    ['but is in no vault has ended', undefined, false, 'absent', [['ended', ana]]],
    ['from a vault that does not open is still there', old, true, 'unavailable', [['opened', ana, false]]],
  ])('%s', async (_where, stored, isLocked, kind, expected) => {
    const { disk, keeper, told } = scene(stored);
    disk.isLocked = isLocked;
    expect((await keeper.open(ana)).kind).toBe(kind);
    expect(told).toEqual(expected);
    expect(keeper.held(ana)).toEqual(kind === 'session' ? stored : undefined);
  });

  it('by two at once is opened once, and is the same one', async () => {
    const { keeper, told } = scene(old);
    const [one, other] = await Promise.all([keeper.open(ana), keeper.open(ana)]);
    expect([one, other]).toEqual([
      { kind: 'session', session: old },
      { kind: 'session', session: old },
    ]);
    expect(told).toHaveLength(2);
  });

  test.each<[what: string, meanwhile: (keeper: SessionKeeper) => unknown, kind: string]>([
    ['has logged out', (keeper) => keeper.end(ana), 'absent'],
    ['was locked', (keeper) => keeper.lockUp(ana), 'unavailable'],
  ])('is not held of who %s meanwhile', async (_what, meanwhile, kind) => {
    const { keeper, toldOf } = scene(old);
    const opening = keeper.open(ana);
    meanwhile(keeper);
    expect(await opening).toEqual({ kind });
    expect([keeper.held(ana), toldOf('opened')]).toEqual([undefined, []]);
  });
});

describe('a call with an access token', () => {
  it('is not made where the token has run out and no other comes', async () => {
    const { keeper, service, answer } = scene(session(1, expired));
    const { call, tokens } = calling();
    const calls = keeper.withAccessToken(ana, service, call);
    await answer(unreachable);
    expect(await calls).toEqual(unreachable);
    expect(tokens).toEqual([]);
  });

  it('whose token was refreshed before, and is refused all the same, is refreshed once more', async () => {
    const { keeper, service, answer } = scene(session(1, expired));
    const { call, tokens } = calling(rejected, succeed('done'));
    const calls = keeper.withAccessToken(ana, service, call);
    await answer(succeed(newer));
    await answer(succeed(newest));
    expect(await calls).toEqual(succeed('done'));
    expect(tokens).toEqual([newer.accessToken, newest.accessToken]);
  });

  it('that is refused when somebody else has brought a newer token is repeated with that', async () => {
    const { keeper, service, refreshes } = scene();
    keeper.begin(ana, old);
    const { call, tokens } = calling(() => {
      keeper.replaceAccessToken(ana, 1, { accessToken: newer.accessToken });
      return rejected;
    }, succeed('done'));
    expect(await keeper.withAccessToken(ana, service, call)).toEqual(succeed('done'));
    expect([tokens, refreshes]).toEqual([[old.accessToken, newer.accessToken], []]);
  });

  it('that is refused when its user has logged out meanwhile asks for no other token', async () => {
    const { keeper, service, refreshes } = scene(old);
    const { call } = calling(() => {
      keeper.end(ana);
      return rejected;
    });
    expect(await keeper.withAccessToken(ana, service, call)).toEqual(loggedOut);
    expect(refreshes).toEqual([]);
  });

  test.each<[what: string, meanwhile: (keeper: SessionKeeper) => unknown, told: readonly unknown[][]]>([
    ['ends the session', () => undefined, [['ended', ana, 'sessionExpired']]],
    ['ends nothing for who has logged in anew', (keeper) => keeper.begin(ana, newer), []],
    ['ends nothing for who has logged out', (keeper) => keeper.end(ana), []],
  ])('that is refused with a last token that has run out %s', async (_what, meanwhile, expected) => {
    const last = session(1, { refreshToken: undefined, ...expired });
    const { keeper, service, answer, toldOf } = scene(last);
    const { call } = calling(() => {
      meanwhile(keeper);
      return rejected;
    });
    const calls = keeper.withAccessToken(ana, service, call);
    await answer(succeed(last));
    expect(await calls).toEqual(rejected);
    expect(toldOf('ended')).toEqual(expected);
  });
});

describe('an access token for a request that leaves by another way', () => {
  it('is the one there is, while that is fresh', async () => {
    const { keeper, service, refreshes } = scene(old);
    expect(await keeper.accessToken(ana, service)).toEqual(succeed(old.accessToken));
    expect(refreshes).toEqual([]);
  });

  test.each<[what: string, answered: Outcome<Session>, expected: Outcome<string>]>([
    ['is a new one', succeed(newer), succeed(newer.accessToken)],
    ['is none where no new one comes', unreachable, unreachable],
  ])('%s, once the old one has run out', async (_what, answered, expected) => {
    const { keeper, service, answer } = scene(session(1, expired));
    const asking = keeper.accessToken(ana, service);
    await answer(answered);
    expect(await asking).toEqual(expected);
  });

  test.each<[where: string, isStored: boolean, expected: Outcome<never>]>([
    ['has no session', false, loggedOut],
    ['has one that does not open', true, fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' })],
  ])('is none for who %s', async (_where, isStored, expected) => {
    const { disk, keeper, service } = scene(isStored ? old : undefined);
    disk.isLocked = true;
    expect(await keeper.accessToken(ana, service)).toEqual(expected);
  });

  test.each<[what: string, held: Session | undefined, asked: readonly Session[]]>([
    ['that was refused is replaced', old, [old]],
    ['that was refused is left alone where there is a newer one', newer, []],
    ['that was refused is left alone where its user has logged out', undefined, []],
  ])('%s', async (_what, held, asked) => {
    const { keeper, service, refreshes, answer } = scene();
    if (held) keeper.begin(ana, held);
    const noting = keeper.noteRejected(ana, service, old.accessToken);
    if (asked.length > 0) await answer(succeed(newest));
    await settled();
    expect(refreshes).toEqual(asked);
    await noting;
    expect(keeper.held(ana)).toEqual(asked.length > 0 ? newest : held);
  });
});

describe('a call with the refresh token', () => {
  test.each<[who: string, stored: Session | undefined, expected: Outcome<never>]>([
    ['has no session', undefined, loggedOut],
    [
      'was given none',
      session(1, { refreshToken: undefined }),
      fail({ code: 'conflict', with: 'notOffered' }),
    ],
  ])('is not made for who %s', async (_who, stored, expected) => {
    const { keeper, service } = scene(stored);
    const { call, tokens } = calling();
    expect(await keeper.withRefreshToken(ana, service, call)).toEqual(expected);
    expect(tokens).toEqual([]);
  });

  test.each<[what: string, renewed: Outcome<Session>, expected: Outcome<string>, tokens: readonly string[]]>([
    [
      'is repeated with another one',
      succeed(newer),
      succeed('done'),
      ['CANARY-refresh-1', 'CANARY-refresh-2'],
    ],
    [
      'is not repeated with the same one',
      succeed(session(2, { refreshToken: 'CANARY-refresh-1' })),
      rejected,
      ['CANARY-refresh-1'],
    ],
    [
      'is not repeated where there is none any more',
      succeed(session(2, { refreshToken: undefined })),
      rejected,
      ['CANARY-refresh-1'],
    ],
    ['is not repeated where the refresh fails', unreachable, unreachable, ['CANARY-refresh-1']],
  ])('that is refused %s', async (_what, renewed, expected, tokensExpected) => {
    const { keeper, service, answer } = scene(old);
    const { call, tokens } = calling(rejected, succeed('done'));
    const calls = keeper.withRefreshToken(ana, service, call);
    await answer(renewed);
    expect(await calls).toEqual(expected);
    expect(tokens).toEqual(tokensExpected);
  });
});

describe('whether the service was reached', () => {
  const answers: readonly [what: string, outcome: Outcome<string>, told: readonly boolean[]][] = [
    ['yes, for a call that succeeds', succeed('done'), [true]],
    ['yes, for a call that the service fails', fail({ code: 'serverError', status: 500 }), [true]],
    ['no, for a call that nobody answers', unreachable, [false]],
    ['neither, for a call that was given up', fail({ code: 'cancelled' }), []],
  ];
  describe.each(['withAccessToken', 'withRefreshToken'] as const)('%s', (by) => {
    test.each(answers)('%s', async (_what, outcome, told) => {
      const { keeper, service, toldOf } = scene(old);
      await keeper[by](ana, service, calling(outcome).call);
      expect(toldOf('reached')).toEqual(told.map((isReached) => ['reached', ana, isReached]));
    });
  });
});

describe('a refresh', () => {
  test.each<[what: string, answered: Outcome<Session>, late: readonly unknown[][]]>([
    ['brings tokens that are handed on', succeed(newer), [['arrivedLate', ana, newer, serviceId]]],
    ['fails, which concerns nobody', rejected, []],
  ])('that comes after its user has logged out and %s', async (_what, answered, late) => {
    const { keeper, service, answer, told } = scene();
    keeper.begin(ana, old);
    const renewing = keeper.renew(ana, service);
    await settled();
    keeper.end(ana);
    const before = told.length;
    await answer(answered);
    expect(await renewing).toEqual(loggedOut);
    expect([told.slice(before), keeper.held(ana)]).toEqual([late, undefined]);
  });

  it('of a session is not shared by the one that came in its place; whoever asks for that shares its own', async () => {
    const { keeper, service, refreshes, answer } = scene();
    keeper.begin(ana, old);
    const first = keeper.renew(ana, service);
    await settled();
    keeper.begin(ana, newer);
    const second = keeper.renew(ana, service);
    await answer(rejected);
    expect(await first).toEqual(loggedOut);
    const third = keeper.renew(ana, service);
    await settled();
    expect(refreshes).toEqual([old, newer]);
    await answer(succeed(newest));
    expect(await Promise.all([second, third])).toEqual([succeed(newest), succeed(newest)]);
  });

  const whole = session(1, { accessExpiresAtMs: nowMs + 60_000, refreshExpiresAtMs: nowMs + 90_000 });
  test.each<[what: string, fields: Partial<Session>, isNew: boolean]>([
    ['nothing new', {}, false],
    ['another access token', { accessToken: 'CANARY-access-2' }, true],
    ['another refresh token alone', { refreshToken: 'CANARY-refresh-2' }, true],
    ['another end of the access token alone', { accessExpiresAtMs: nowMs + 70_000 }, true],
    ['another end of the refresh token alone', { refreshExpiresAtMs: nowMs + 95_000 }, true],
  ])('that brings %s is stored where there is something to store', async (_what, fields, isNew) => {
    const { keeper, service, answer, toldOf } = scene();
    keeper.begin(ana, whole);
    const renewing = keeper.renew(ana, service);
    const after = { ...whole, ...fields };
    await answer(succeed(after));
    expect(await renewing).toEqual(succeed(after));
    expect(keeper.held(ana)).toEqual(after);
    expect(toldOf('refreshed')).toHaveLength(isNew ? 1 : 0);
  });

  it('of who was locked meanwhile is handed on to be stored, and not held', async () => {
    const { keeper, service, answer, toldOf } = scene();
    keeper.begin(ana, old);
    const renewing = keeper.renew(ana, service);
    await settled();
    const locking = keeper.lockUp(ana);
    await answer(succeed(newer));
    await Promise.all([renewing, locking]);
    expect([keeper.held(ana), toldOf('refreshed').length]).toEqual([undefined, 1]);
  });
});

describe('an access token that came beside a refresh', () => {
  test.each<[what: string, accessToken: string, generation: number, isTaken: boolean]>([
    ['is taken', newer.accessToken, 1, true],
    ['is nothing new where it is the one that is held', old.accessToken, 1, false],
    ['is not taken for another session than that of then', newer.accessToken, 0, false],
  ])('%s', (_what, accessToken, generation, isTaken) => {
    const { keeper, toldOf } = scene();
    keeper.begin(ana, old);
    keeper.replaceAccessToken(ana, generation, { accessToken, accessExpiresAtMs: nowMs + 60_000 });
    expect(toldOf('refreshed')).toHaveLength(isTaken ? 1 : 0);
    expect(keeper.held(ana)?.accessToken).toBe(isTaken ? accessToken : old.accessToken);
  });
});

it('nothing is asked of the service for who has no session', async () => {
  const { keeper, service, refreshes } = scene();
  const { call, tokens } = calling();
  expect(await keeper.renew(ana, service)).toEqual(loggedOut);
  expect(await keeper.withAccessToken(ana, service, call)).toEqual(loggedOut);
  expect([refreshes, tokens]).toEqual([[], []]);
});
