import { describe, expect, it } from 'vitest';
import { registryOf, someUser } from '../testing/some-user.ts';
import { serviceIdSchema, withoutSession, type User, type UserId } from '../users/user.ts';
import { findByText, foundLimit, type SearchGround } from './quick-search.ts';

const clinic = serviceIdSchema.parse('clinic');

const emma = someUser(1, { profile: { name: 'Emma Lund', email: 'emma@shop.example' } });
const ben = someUser(2, {
  profile: { name: 'Ben Okafor', email: 'okafor@shop.example' },
  nickname: 'Night shift',
});
const zoe = someUser(3, { profile: { name: 'Zoë Ek', email: 'zoe@clinic.example' }, serviceId: clinic });
const locked = someUser(4, { profile: { name: 'Lars Emmerich' }, isLocked: true, hasWayToUnlock: true });
const signedOut: User = {
  ...withoutSession(someUser(5, { profile: { name: 'Olga Out' }, serviceId: clinic })),
  state: 'loggedOut',
};

const registry = {
  ...registryOf(emma, ben, zoe, locked),
  users: new Map<UserId, User>([emma, ben, zoe, locked, signedOut].map((user) => [user.id, user])),
  order: [emma, ben, zoe, locked, signedOut].map(({ id }) => id),
  activeId: emma.id,
  recent: [emma.id, zoe.id],
};

const ground: SearchGround = {
  registry,
  desk: { rule: 'free', canProveAtService: () => true },
  commands: [
    { command: 'addAccount', name: 'Add account' },
    { command: 'lockAll', name: 'Lock all accounts' },
    { command: 'settings', name: 'Settings' },
  ],
  verbs: {
    unlock: 'Unlock',
    logInAgain: 'Log in again',
    lock: 'Lock',
    logOut: 'Log out',
    rename: 'Rename',
    details: 'Details of',
    remove: 'Remove',
  },
  serviceName: (id) => (id === clinic ? 'Clinic' : 'This computer'),
  stateWord: (user, isActive) => {
    if (user.state === 'loggedOut') return 'Logged out';
    if (user.isLocked) return 'Locked';
    return isActive ? 'Active' : 'Inactive';
  },
};

const nameOf = (id: UserId) => registry.users.get(id)?.profile.name;
const found = (text: string, on: SearchGround = ground) =>
  findByText(text, on).map((one) => {
    if (one.kind === 'user') return nameOf(one.userId);
    return one.kind === 'command' ? one.command : `${one.command} ${nameOf(one.userId)}`;
  });

describe('searching in the quick switcher', () => {
  it('begins with the accounts by recent use, who is active after them, and the commands', () => {
    expect(found(' ')).toEqual([
      'Zoë Ek',
      'Ben Okafor',
      'Lars Emmerich',
      'Olga Out',
      'Emma Lund',
      'addAccount',
      'lockAll',
      'settings',
    ]);
  });

  it.each([
    ['by name, without accents', 'zoe', 'Zoë Ek'],
    ['by initials', 'bo', 'Ben Okafor'],
    ['by nickname', 'night', 'Ben Okafor'],
    ['by the name under a nickname', 'okaf', 'Ben Okafor'],
    ['by e-mail', 'okafor@', 'Ben Okafor'],
    ['by state', 'logged', 'Olga Out'],
    ['by several of them', 'clinic out', 'Olga Out'],
  ])('finds %s', (_title, text, name) => {
    expect(found(text)[0]).toBe(name);
  });

  it('finds by service, those used lately first', () => {
    expect(found('clinic')).toEqual(['Zoë Ek', 'Olga Out']);
  });

  it('puts who begins with it before who has it further on', () => {
    expect(found('emm').slice(0, 2)).toEqual(['Emma Lund', 'Lars Emmerich']);
  });

  it('finds nothing where nothing fits', () => {
    expect(found('qqq')).toEqual([]);
    expect(found('emma qqq')).toEqual([]);
  });

  it('finds commands by what they are called', () => {
    expect(found('set')).toEqual(['settings']);
    expect(found('add acc')[0]).toBe('addAccount');
  });

  it('finds what is done to an account that is named', () => {
    expect(found('log out em')[0]).toBe('logOut Emma Lund');
    expect(found('unlock')).toEqual(['unlock Lars Emmerich']);
    expect(found('unl lars')[0]).toBe('unlock Lars Emmerich');
    expect(found('log in olga')[0]).toBe('logInAgain Olga Out');
  });

  it('takes the verb after the name too, as German has it', () => {
    const german: SearchGround = { ...ground, verbs: { ...ground.verbs, logOut: 'Abmelden' } };
    expect(found('emma abm', german)).toContain('logOut Emma Lund');
    expect(found('abmelden emma', german)[0]).toBe('logOut Emma Lund');
    expect(found('em log ou')[0]).toBe('logOut Emma Lund');
    expect(found('emma log xy')).toEqual([]);
  });

  it('offers what is not named for accounts used lately, and nothing that would do nothing', () => {
    expect(found('log out').filter((name) => name?.startsWith('logOut'))).toEqual([
      'logOut Emma Lund',
      'logOut Zoë Ek',
      'logOut Ben Okafor',
    ]);
    expect(found('lock zoe')).toEqual([]);
    const shared: SearchGround = { ...ground, desk: { ...ground.desk, rule: 'unlock' } };
    expect(found('lock zoe', shared)).toContain('lock Zoë Ek');
  });

  it('ends somewhere, with any number of accounts', () => {
    const many = registryOf(
      ...Array.from({ length: 500 }, (_none, n) => someUser(n, { profile: { name: `Person ${n}` } })),
    );
    expect(findByText('person', { ...ground, registry: many })).toHaveLength(foundLimit);
    expect(findByText('', { ...ground, registry: many })).toHaveLength(12 + ground.commands.length);
  });
});
