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

  it('is the service’s own id of somebody of whom nothing is said', () => {
    expect(plainName(someUser(7, { profile: {} }))).toBe('subject-7');
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

  it('leaves alone two that are spelt differently, though capitals would spell them alike', () => {
    expect(
      namesOf(someUser(1, { profile: { name: 'Weiß' } }), someUser(2, { profile: { name: 'Weiss' } })),
    ).toEqual(['Weiß', 'Weiss']);
  });

  it.each([
    ['there is no e-mail', { name: 'Ana' }, 'Ana'],
    ['the e-mail is the name already', { email: 'ana@work.org' }, 'ana@work.org'],
  ])('leaves out of the additions what says nothing: %s', (_case, profile, name) => {
    expect(namesOf(someUser(1, { profile }), someUser(2, { profile }))).toEqual([
      `${name} · Service directory · subject-1`,
      `${name} · Service directory · subject-2`,
    ]);
  });

  it('of an anonymous user follows the language', () => {
    const user = someUser(1, { profile: {}, anonymousNumber: 3 });
    const nameIn = (word: string) =>
      accountNames(
        new Map([[user.id, user]]),
        () => 'Directory',
        (number) => `${word} ${number}`,
      ).get(user.id);
    expect([nameIn('Anonymous'), nameIn('Anonym')]).toEqual(['Anonymous 3', 'Anonym 3']);
  });

  it('is worked out once of a user who has not changed', () => {
    let workings = 0;
    const user: User = {
      ...someUser(1),
      get nickname() {
        workings += 1;
        return 'Work';
      },
    };
    expect([namesOf(user), namesOf(user)]).toEqual([['Work'], ['Work']]);
    expect(workings).toBe(1);
  });

  it('is unique whatever the people are called', () => {
    const profile = { name: 'Ana' };
    const names = namesOf(someUser(1, { profile }), someUser(2, { profile }), someUser(3, { profile }));
    expect(new Set(names).size).toBe(3);
  });
});
