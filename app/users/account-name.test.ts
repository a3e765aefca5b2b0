import { describe, expect, it } from 'vitest';
import { someUser } from '../testing/some-user.ts';
import { accountNames, plainName } from './account-name.ts';
import { serviceIdSchema, type User } from './user.ts';

const namesOf = (...users: readonly User[]) => [
  ...accountNames(new Map(users.map((user) => [user.id, user])), (id) => `Service ${id}`).values(),
];

describe('an account name', () => {
  it('is the nickname, else the name, else the e-mail, else `Anonymous n`', () => {
    const profile = { email: 'ana@example.org', name: 'Ana' };
    expect(plainName(someUser(1, { profile, nickname: 'Work' }))).toBe('Work');
    expect(plainName(someUser(1, { profile }))).toBe('Ana');
    expect(plainName(someUser(1, { profile: { email: 'ana@example.org' } }))).toBe('ana@example.org');
    expect(plainName(someUser(1, { profile: {}, anonymousNumber: 3 }))).toBe('Anonymous 3');
  });

  it('says the e-mail too where two are equal, and only there', () => {
    expect(
      namesOf(
        someUser(1, { profile: { name: 'Ana', email: 'ana@work.org' } }),
        someUser(2, { profile: { name: 'Ana', email: 'ana@home.org' } }),
        someUser(3, { profile: { name: 'Ben', email: 'ben@home.org' } }),
      ),
    ).toEqual(['Ana · ana@work.org', 'Ana · ana@home.org', 'Ben']);
  });

  it('says the service too where the e-mail does not tell them apart', () => {
    const profile = { name: 'Ana', email: 'ana@work.org' };
    const remote = someUser(2, { profile, serviceId: serviceIdSchema.parse('remote') });
    expect(namesOf(someUser(1, { profile }), remote)).toEqual([
      'Ana · ana@work.org · Service directory',
      'Ana · ana@work.org · Service remote',
    ]);
  });

  it('tells apart names that look equal: in case and in composition', () => {
    const names = namesOf(
      someUser(1, { profile: { name: 'Zoé', email: 'a@x.org' } }),
      someUser(2, { profile: { name: 'ZOE\u0301', email: 'b@x.org' } }),
    );
    expect(names).toEqual(['Zoé · a@x.org', 'ZOE\u0301 · b@x.org']);
  });

  it('is unique whatever the people are called', () => {
    const profile = { name: 'Ana' };
    const names = namesOf(someUser(1, { profile }), someUser(2, { profile }), someUser(3, { profile }));
    expect(new Set(names).size).toBe(3);
  });
});
