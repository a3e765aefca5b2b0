import { describe, expect, it } from 'vitest';
import { userViewSchema, type UserView } from '../contract/views.ts';
import { accountView, isSameView, type AccountCircumstances } from './account-view.ts';
import { serviceIdSchema, userIdSchema, type AuthenticatedUser, type LoggedOutUser } from './user.ts';

const record = {
  id: userIdSchema.parse('user-0001'),
  serviceId: serviceIdSchema.parse('directory'),
  subject: 'subject-1',
  profile: { email: 'ada@example.test', name: 'Ada' },
  identities: [{ id: 'identity-1', providerType: 'local-userpass' }],
  initials: 'AD',
  colour: 3,
  addedAtMs: 1,
};
const signedIn: AuthenticatedUser = {
  ...record,
  state: 'authenticated',
  sessionKept: 'disk',
  isLocked: false,
  hasWayToUnlock: true,
};
const signedOut: LoggedOutUser = { ...record, state: 'loggedOut' };
const usual: AccountCircumstances = {
  name: 'Ada',
  sessionStorage: 'protected',
  isSessionOpen: false,
  isUnreachable: false,
  isUnreadable: false,
  isEndingSoon: false,
  hasTouchIdKey: false,
};

describe('the view of an account', () => {
  it('has what the contract allows, and nothing the service knows beyond it', () => {
    const view = accountView(signedIn, usual);
    expect(userViewSchema.parse(view)).toEqual(view);
    expect(JSON.stringify(view)).not.toContain('subject-1');
    expect(JSON.stringify(view)).not.toContain('identity-1');
  });

  it('gives the reason of a log out that the person did not ask for', () => {
    expect(accountView(signedOut, usual).attention).toEqual([]);
    expect(accountView({ ...signedOut, because: 'sessionRevoked' }, usual).attention).toEqual([
      'sessionRevoked',
    ]);
  });

  it.each([
    ['the PIN', signedIn, { unlockKind: 'pin' }, 'pin'],
    ['the passphrase', signedIn, { unlockKind: 'passphrase' }, 'passphrase'],
    ['the passphrase, where the kind was never noted', signedIn, {}, 'passphrase'],
    ['logging in, once locked without either', signedIn, { hasWayToUnlock: false, isLocked: true }, 'logIn'],
    ['nothing, while nobody can lock it', signedIn, { hasWayToUnlock: false }, undefined],
    ['nothing, of who is signed out', signedOut, {}, undefined],
  ] as const)('is unlocked with %s', (_what, user, fields, unlockWith) => {
    expect(accountView({ ...user, ...fields }, usual).unlockWith).toBe(unlockWith);
  });

  it.each([
    ['signed in, with a key', signedIn, true, true],
    ['signed in, without one', signedIn, false, false],
    ['signed out, with a key that is still there', signedOut, true, false],
  ] as const)('offers Touch ID for its key, to who is in: %s', (_who, user, hasTouchIdKey, isOffered) => {
    expect(accountView(user, { ...usual, hasTouchIdKey }).unlocksWithTouchId).toBe(isOffered);
  });

  it.each([
    ['chosen', { ...signedIn, isLockedWhenLeft: true }, true],
    ['never chosen', signedIn, false],
    ['signed out', signedOut, false],
  ] as const)('is locked when left only where the person chose it: %s', (_case, user, isLockedWhenLeft) => {
    expect(accountView(user, usual).isLockedWhenLeft).toBe(isLockedWhenLeft);
  });

  it('says whether the colour is the person’s own choice', () => {
    expect(accountView(signedIn, usual).isColourChosen).toBe(false);
    expect(accountView({ ...signedIn, chosenColour: 'teal' }, usual)).toMatchObject({
      colour: 'teal',
      isColourChosen: true,
    });
  });

  it('says that a session ends soon, of who is signed in', () => {
    expect(accountView(signedIn, { ...usual, isEndingSoon: true }).attention).toEqual(['sessionEndsSoon']);
    expect(accountView(signedOut, { ...usual, isEndingSoon: true }).attention).toEqual([]);
  });

  it('says that a session in memory is not saved, whatever the key store does', () => {
    const inMemory: AuthenticatedUser = { ...signedIn, sessionKept: 'memory' };
    for (const sessionStorage of ['checking', 'protected', 'unprotected'] as const)
      expect(accountView(inMemory, { ...usual, sessionStorage }).attention).toEqual(['sessionNotSaved']);
  });

  it('has nothing to say of a session in memory where that is the rule', () => {
    const inMemory: AuthenticatedUser = { ...signedIn, sessionKept: 'memory' };
    expect(accountView(inMemory, { ...usual, sessionStorage: 'inMemoryByRule' }).attention).toEqual([]);
  });

  it('misses the key store only for a session that it would have to open', () => {
    const without = { ...usual, sessionStorage: 'unprotected' as const };
    expect(accountView(signedIn, without).attention).toEqual(['keyringUnavailable']);
    expect(accountView(signedIn, { ...without, isSessionOpen: true }).attention).toEqual([]);
    expect(accountView(signedIn, { ...usual, sessionStorage: 'checking' }).attention).toEqual([]);
    expect(accountView(signedOut, without).attention).toEqual([]);
  });

  it('tells of a service that does not answer, for users who would use it', () => {
    const offline = { ...usual, isUnreachable: true };
    expect(accountView(signedIn, offline).attention).toEqual(['unreachable']);
    expect(accountView(signedOut, offline).attention).toEqual([]);
  });

  it('is the same view only when every field is', () => {
    const view = accountView(signedIn, usual);
    expect(isSameView(view, accountView(signedIn, usual))).toBe(true);
    const others = [
      { ...signedIn, nickname: 'A' },
      { ...signedIn, isLocked: true },
      { ...signedIn, initials: 'A2' },
      { ...signedIn, colour: 4 },
      { ...signedIn, chosenColour: 'teal' as const },
      // The colour that it was given, and from now on its own.
      { ...signedIn, chosenColour: 'coral' as const },
      { ...signedIn, profile: {} },
      { ...signedIn, anonymousNumber: 1 },
      { ...signedIn, sessionKept: 'memory' as const },
      { ...signedIn, serviceId: serviceIdSchema.parse('other') },
      { ...signedIn, id: userIdSchema.parse('user-0002') },
      signedOut,
    ];
    for (const other of others) expect(isSameView(view, accountView(other, usual))).toBe(false);
    expect(isSameView(view, accountView(signedIn, { ...usual, name: 'Ada · x' }))).toBe(false);
  });

  it.each<Partial<UserView>>([
    { state: 'loggedOut' },
    { isLocked: true },
    { unlockWith: 'pin' },
    { unlocksWithTouchId: true },
    { isLockedWhenLeft: true },
    { attention: ['unreachable'] },
  ])('is another view where nothing differs but %o', (difference) => {
    const view = accountView(signedIn, usual);
    expect(isSameView(view, { ...view, ...difference })).toBe(false);
  });
});
