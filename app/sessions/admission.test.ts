import { describe, expect, it, test } from 'vitest';
import type { DeskRules, Entry } from '../desk/handover.ts';
import type { SwitchingRule } from '../desk/switching-rule.ts';
import type { Login } from '../identity/identity-provider.ts';
import { directoryService, type Service } from '../identity/service.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { settled } from '../testing/manual-timers.ts';
import { quietHandover } from '../testing/quiet-handover.ts';
import { removalScene, someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import { errorOf } from '../testing/worlds.ts';
import { serviceIdSchema, withoutSession, type User, type UserId } from '../users/user.ts';
import { Admission, type AdmissionTerms, type Seated } from './admission.ts';
import type { Session } from './session.ts';
import { WebSessionEnds } from './web-session-ends.ts';

const ana = someUser(1);
const ben = someUser(2);
/** Who is not of this computer yet. */
const dan = someUser(4);
const guest = someUser(5, { anonymousNumber: 1, profile: {} });

/** In front of the directory, where a service is looked for. */
const website: Service = {
  id: serviceIdSchema.parse('shop'),
  kind: 'website',
  name: 'Shop',
  url: 'https://shop.example.org',
  signInOrigins: [],
};

const newSession: Session = { accessToken: 'CANARY-new-access', refreshToken: 'CANARY-new-refresh' };
const newerSession: Session = { accessToken: 'CANARY-newer-access', refreshToken: 'CANARY-newer-refresh' };

const loginOf = ({ subject, profile }: User, fields: Partial<Login> = {}): Login => ({
  session: newSession,
  subject,
  profile,
  identities: [],
  isAnonymous: false,
  isProvenNow: true,
  ...fields,
});

const loggedOut = (user: typeof ana): User => ({ ...withoutSession(user), state: 'loggedOut' });

interface Scene {
  readonly users?: readonly User[];
  readonly active?: User;
  readonly switching?: SwitchingRule;
  readonly refusalOfEntry?: NonNullable<DeskRules['refusalOfEntry']>;
}

/** Ana has the seat, Ben is beside her; both sessions are stored. Logins are of the directory. */
const scene = ({ users = [ana, ben], active = ana, switching = 'free', refusalOfEntry }: Scene = {}) => {
  const unlockedAnew: UserId[] = [];
  const parts = removalScene(users, {
    active,
    with: ({ random, unlocking }) => ({
      services: { list: () => [website, directoryService], providerOf: () => undefined },
      random: { ...random, newUserId: () => dan.id },
      unlocking: {
        ...unlocking,
        replace: (userId, meanwhile) => {
          unlockedAnew.push(userId);
          return unlocking.replace(userId, meanwhile);
        },
      },
    }),
  });
  for (const user of users) parts.store(user);
  const { ports, kept, sessions, revoker, disk } = parts;
  const handover = quietHandover(kept, { switching, ...(refusalOfEntry && { refusalOfEntry }) });
  const ends = new WebSessionEnds(ports.webSessions, ports.log);
  const admission = new Admission(ports, kept, sessions, revoker, ends, handover);
  const admit = (login: Login, terms: Partial<AdmissionTerms> = {}): Promise<Outcome<Seated>> =>
    admission.admit(login, { serviceId: directoryService.id, epoch: kept.epoch, ...terms }, () => undefined);
  const storedOf = ({ id }: User): unknown => {
    const stored = disk.sessions.get(id);
    return stored === undefined ? undefined : JSON.parse(stored);
  };
  /** The sessions that wait to be revoked. */
  const given = () => [...disk.outbox.values()].map(({ refreshToken }) => refreshToken);
  return { ...parts, admit, storedOf, given, unlockedAnew };
};

/** A login as far as its session is being written. */
const halfway = async (parts: ReturnType<typeof scene>, login: Login) => {
  const vault = parts.disk.holdVault();
  const admitting = parts.admit(login);
  await settled();
  return {
    finish: () => {
      vault.release();
      return admitting;
    },
  };
};

describe('what a user is unlocked with', () => {
  test.each<[who: string, users: readonly User[], who: User, isReplaced: boolean]>([
    ['who is open', [ana, ben], ben, false],
    ['who is locked', [ana, { ...ben, isLocked: true }], ben, true],
    ['who is logged out', [ana, loggedOut(ben)], ben, true],
    ['who was never here', [ana, ben], dan, false],
  ])('is replaced by a login of nobody but who was shut (%s)', async (_who, users, who, isReplaced) => {
    const { admit, unlockedAnew } = scene({ users });
    expect(await admit(loginOf(who))).toEqual(succeed({ userId: who.id, seat: 'active' }));
    expect(unlockedAnew).toEqual(isReplaced ? [who.id] : []);
  });
});

describe('a login that is let in', () => {
  it('is told of, though its user had the seat already', async () => {
    const { admit, kept } = scene();
    const heard: (readonly UserId[])[] = [];
    kept.subscribe(({ users }) => heard.push(users));
    await admit(loginOf(ana));
    expect(heard).toEqual([[ana.id]]);
  });

  test.each<[where: string, stored: boolean, held: Session | undefined, ended: readonly string[]]>([
    ['in the vault', true, undefined, ['CANARY-refresh']],
    ['in memory', true, newerSession, ['CANARY-newer-refresh']],
    ['in memory alone', false, newerSession, ['CANARY-newer-refresh']],
    ['nowhere', false, undefined, []],
  ])('ends the session that it replaces (%s)', async (_where, isStored, held, ended) => {
    const { admit, given, disk, sessions, storedOf } = scene();
    if (!isStored) disk.sessions.clear();
    if (held) sessions.begin(ana.id, held);
    await admit(loginOf(ana));
    expect(given()).toEqual(ended);
    expect([storedOf(ana), sessions.held(ana.id)]).toEqual([newSession, newSession]);
  });
});

describe('a login that cannot be saved', () => {
  test.each<[what: string, isHeld: boolean, meanwhile: Partial<Session>]>([
    ['as it was stored', false, {}],
    ['as it is in memory by then', true, { accessToken: 'CANARY-refreshed-access' }],
  ])('leaves the session of before, %s', async (_what, isHeld, meanwhile) => {
    const parts = scene();
    if (isHeld) parts.sessions.begin(ana.id, someSession);
    const { finish } = await halfway(parts, loginOf(ana));
    const expected = { ...someSession, ...meanwhile };
    parts.sessions.replaceAccessToken(ana.id, parts.sessions.generationOf(ana.id), expected);
    parts.disk.refusesAccounts = true;
    expect(await errorOf(finish())).toBe('storageUnavailable');
    expect([parts.storedOf(ana), parts.given()]).toEqual([expected, ['CANARY-new-refresh']]);
  });
});

describe('a login that is overtaken', () => {
  it('by the log out of its user is given back, and what stood before is there for that', async () => {
    const parts = scene();
    parts.sessions.begin(ana.id, newerSession);
    const { finish } = await halfway(parts, loginOf(ana));
    parts.sessions.end(ana.id);
    expect(await finish()).toEqual(fail({ code: 'cancelled' }));
    expect([parts.storedOf(ana), parts.sessions.held(ana.id)]).toEqual([newerSession, undefined]);
    expect(parts.given()).toEqual(['CANARY-new-refresh']);
  });

  it('by somebody else in the seat of a shared desk leaves nothing', async () => {
    const { admit, storedOf, given, kept, warnings } = scene({ switching: 'unlock' });
    expect(await admit(loginOf(dan), { epoch: kept.epoch - 1 })).toEqual(fail({ code: 'superseded' }));
    expect([storedOf(dan), kept.current.order, warnings]).toEqual([undefined, [ana.id, ben.id], []]);
    expect(given()).toEqual(['CANARY-new-refresh']);
  });

  it('and cannot be taken back is logged', async () => {
    const { admit, disk, kept, warnings } = scene({ switching: 'unlock' });
    disk.refused.add('session');
    expect(await errorOf(admit(loginOf(dan), { epoch: kept.epoch - 1 }))).toBe('superseded');
    expect(warnings).toEqual([['a login could not be taken back', { code: 'storageUnavailable' }]]);
  });

  it('by somebody else in the seat of a free desk is in all the same, but not active', async () => {
    const { admit, kept } = scene();
    expect(await admit(loginOf(dan), { epoch: kept.epoch - 1 })).toEqual(
      succeed({ userId: dan.id, seat: 'inactive' }),
    );
    expect([kept.current.activeId, kept.current.order]).toEqual([ana.id, [ana.id, ben.id, dan.id]]);
  });
});

describe('a login that is refused', () => {
  const nothingCameOf = ({ kept, storedOf, given }: ReturnType<typeof scene>, who: User, was: unknown) => {
    expect(kept.current.activeId).not.toBe(who.id);
    expect(storedOf(who)).toEqual(was);
    expect(given()).toEqual(['CANARY-new-refresh']);
  };

  test.each<[who: string, who: typeof ana, isKnown: boolean]>([
    ['who is known', ben, true],
    ['who is not', dan, false],
  ])('by the rules of the desk, which hear of it (%s)', async (_who, who, isKnown) => {
    const asked: Entry[] = [];
    const parts = scene({
      refusalOfEntry: (entry) => {
        asked.push(entry);
        return fail({ code: 'deniedByPolicy' });
      },
    });
    expect(await parts.admit(loginOf(who))).toEqual(fail({ code: 'deniedByPolicy' }));
    expect(asked).toEqual([
      { service: directoryService, email: who.profile.email, isKnown, accountCount: 2 },
    ]);
    nothingCameOf(parts, who, isKnown ? someSession : undefined);
  });

  it('because an anonymous user would be removed by it', async () => {
    const parts = scene({ users: [guest, ben], active: guest, switching: 'exclusive' });
    expect(await parts.admit(loginOf(ben))).toEqual(fail({ code: 'conflict', with: 'anonymousWouldGo' }));
    nothingCameOf(parts, ben, someSession);
  });

  it('because whom it was to be is there no more', async () => {
    const parts = scene();
    const expectedUserId = dan.id;
    expect(await parts.admit(loginOf(ben), { expectedUserId })).toEqual(fail({ code: 'userNotFound' }));
    nothingCameOf(parts, ben, someSession);
  });

  test.each<[by: string, profile: typeof ana.profile, expected: string]>([
    ['their e-mail, whatever they are called here', { email: 'ana@example.org' }, 'ana@example.org'],
    ['what they are called, where there is no e-mail', {}, 'Annie'],
  ])('because it is somebody else, and names both: by %s', async (_by, profile, expected) => {
    const parts = scene({ users: [{ ...ana, profile, nickname: 'Annie' }, ben] });
    expect(await parts.admit(loginOf(ben), { expectedUserId: ana.id })).toEqual(
      fail({ code: 'identityMismatch', expected, actual: 'user2@example.org' }),
    );
    nothingCameOf(parts, ben, someSession);
  });

  it('because whom its workspace was made for was removed meanwhile', async () => {
    const parts = scene();
    const { id: newUserId } = someUser(9);
    parts.sessions.end(newUserId);
    expect(await parts.admit(loginOf(dan, { newUserId }))).toEqual(fail({ code: 'userNotFound' }));
    nothingCameOf(parts, dan, undefined);
  });
});

it('a newcomer gets the id under which their workspace was made', async () => {
  const { admit, kept } = scene();
  const { id: newUserId } = someUser(9);
  expect(await admit(loginOf(dan, { newUserId }))).toEqual(succeed({ userId: newUserId, seat: 'active' }));
  expect(kept.current.activeId).toBe(newUserId);
});

it('whom a login was to be of is let in', async () => {
  const { admit } = scene();
  expect(await admit(loginOf(ben), { expectedUserId: ben.id })).toEqual(
    succeed({ userId: ben.id, seat: 'active' }),
  );
});
