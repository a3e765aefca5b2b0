import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registryOf, someUser } from '../testing/some-user.ts';
import {
  parseAccounts,
  parseActive,
  parseShard,
  parseVersioned,
  storedActive,
  storedHead,
  storedShard,
  usersOf,
} from './stored-registry.ts';
import { loggedOut, switchedTo } from './user-registry.ts';

const ana = someUser(1);
const ben = someUser(2, { nickname: 'Ben', anonymousNumber: 1, chosenColour: 'production' });

describe('the stored registry', () => {
  it('comes back as it went, through JSON', () => {
    const out = loggedOut(registryOf(ana, ben), ana.id, { succession: 'nobody', because: 'sessionRevoked' });
    const active = out.ok ? switchedTo(out.value, ben.id) : out;
    if (!active.ok) throw new Error('the transitions of the test failed');
    const placed = [...active.value.users.values()].map((user, place) => ({ place, user }));
    const shard = JSON.parse(JSON.stringify(storedShard(3, placed)));
    expect(parseShard(shard)).toEqual({ kind: 'read', value: { version: 3, shard: 3, users: placed } });
    expect(parseAccounts(JSON.parse(JSON.stringify(storedHead([1, 3]))))).toEqual({
      kind: 'read',
      value: { kind: 'head', shards: [1, 3] },
    });
    expect(parseActive(JSON.parse(JSON.stringify(storedActive(active.value))))).toEqual({
      kind: 'read',
      value: { version: 2, activeId: ben.id, recent: [ben.id] },
    });
  });

  it('holds nothing but the known fields: a token beside them would not be read back', () => {
    const users = [{ ...ana, accessToken: 'CANARY-token' }];
    expect(JSON.stringify(parseAccounts({ version: 1, users }))).not.toContain('CANARY');
    const placed = users.map((user) => ({ place: 0, user, accessToken: 'CANARY-token' }));
    const shard = JSON.stringify(parseShard({ version: 1, shard: 1, users: placed }));
    expect(shard).toContain(ana.id);
    expect(shard).not.toContain('CANARY');
  });

  it('is its shards, each user in its place, and nobody twice', () => {
    const shards = [
      [
        { place: 2, user: ana },
        { place: 0.5, user: ben },
      ],
      [
        { place: 1, user: { ...someUser(3), id: ana.id } },
        { place: 1, user: { ...someUser(4), subject: ben.subject } },
        { place: -7, user: someUser(5) },
      ],
    ];
    expect(usersOf(shards)).toEqual([someUser(5), ben, ana]);
  });

  it.each([
    ['null', null],
    ['an array', [1, 2]],
    ['no version', { users: [] }],
    ['a version of zero', { version: 0, users: [] }],
    ['a version that is no number', { version: '3' }],
    ['a version between two', { version: 2.5 }],
    ['one shard twice', { version: 2, shards: [1, 1] }],
    ['a user without a state', { version: 1, users: [{ ...ana, state: undefined }] }],
    ['a user in an unknown state', { version: 1, users: [{ ...ana, state: 'gone' }] }],
    ['one id twice', { version: 1, users: [ana, { ...ben, id: ana.id }] }],
    ['one subject twice', { version: 1, users: [ana, { ...ben, subject: ana.subject }] }],
  ])('is corrupt: %s', (_name, stored) => {
    expect(parseAccounts(stored)).toEqual({ kind: 'corrupt' });
  });

  it('of a newer Hotseat is told apart from a corrupt one', () => {
    expect(parseAccounts({ version: 3, anything: true })).toEqual({ kind: 'newer', version: 3 });
    expect(parseShard({ version: 4, anything: true })).toEqual({ kind: 'newer', version: 4 });
    expect(parseActive({ version: 7 })).toEqual({ kind: 'newer', version: 7 });
  });

  it('of before there were shards is read with all its users at once', () => {
    expect(parseAccounts({ version: 1, users: [ana, ben] })).toEqual({
      kind: 'read',
      value: { kind: 'whole', users: [ana, ben] },
    });
  });

  it('A11: knows who was active before there was a journal', () => {
    expect(parseActive({ version: 1, activeId: ben.id, recent: [ben.id, ana.id] })).toEqual({
      kind: 'read',
      value: { version: 2, activeId: ben.id, recent: [ben.id, ana.id] },
    });
  });

  it('of an older format is upgraded step by step', () => {
    const schema = z.object({ version: z.literal(3), names: z.array(z.string()) });
    const upgrades = {
      1: ({ name }: Readonly<Record<string, unknown>>) => ({ names: [name] }),
      2: ({ names }: Readonly<Record<string, unknown>>) => ({ names: [names, 'added'].flat() }),
    };
    const read = (raw: unknown) => parseVersioned(raw, { schema, version: 3, upgrades });
    expect(read({ version: 1, name: 'ana' })).toEqual({
      kind: 'read',
      value: { version: 3, names: ['ana', 'added'] },
    });
    expect(read({ version: 2, names: ['ben'] })).toMatchObject({ value: { names: ['ben', 'added'] } });
    expect(read({ version: 1, name: 5 })).toEqual({ kind: 'corrupt' });
  });
});
