import { expect, test } from 'vitest';
import { userIdSchema } from '../users/user.ts';
import { accountCalled, type ReferableAccount } from './account-reference.ts';

const account = (
  number: number,
  plainName: string,
  part: Partial<ReferableAccount> = {},
): ReferableAccount => ({
  id: userIdSchema.parse(`user-000${number}`),
  number,
  name: plainName,
  plainName,
  email: `${plainName.toLowerCase()}@example.org`,
  ...part,
});

const ana = account(1, 'Ana');
const zoe = account(2, 'Zoë');
const anaAtWork = account(3, 'Ana', { name: 'Ana · ana@work.example', email: 'ana@work.example' });
const two = account(4, '2', { email: undefined });

const found = (one: ReferableAccount) => ({ kind: 'found', account: one });

test('by id, number, name and e-mail, as a person reads them', () => {
  const all = [ana, zoe];
  expect(accountCalled('user-0002', all)).toEqual(found(zoe));
  expect(accountCalled('2', all)).toEqual(found(zoe));
  expect(accountCalled('ANA', all)).toEqual(found(ana));
  expect(accountCalled('zoe\u0308', all), 'composed in another way').toEqual(found(zoe));
  expect(accountCalled('Ana@Example.org', all)).toEqual(found(ana));
});

test('nothing is guessed: no beginnings, no numbers that are written differently', () => {
  for (const reference of ['An', '0', '3', '01', '1.0', '', ' Ana', 'user-000'])
    expect(accountCalled(reference, [ana, zoe])).toEqual({ kind: 'unknown' });
});

test('letters of another name stay other letters, though in capitals they are the same', () => {
  expect(accountCalled('Weiss', [account(6, 'Weiß')])).toEqual({ kind: 'unknown' });
});

test('two who could be meant are both named, and what tells them apart means one', () => {
  const all = [ana, zoe, anaAtWork];
  expect(accountCalled('Ana', all)).toEqual({ kind: 'ambiguous', candidates: [ana, anaAtWork] });
  expect(accountCalled('ana@work.example', all)).toEqual(found(anaAtWork));
  expect(accountCalled('Ana · ana@work.example', all)).toEqual(found(anaAtWork));
});

test('a name that is a number does not stand for its own account alone', () => {
  expect(accountCalled('2', [ana, zoe, anaAtWork, two])).toEqual({
    kind: 'ambiguous',
    candidates: [zoe, two],
  });
});

test('an id means its account even where another one is called like it', () => {
  const impostor = account(5, ana.id);
  expect(accountCalled(ana.id, [impostor, ana])).toEqual(found(ana));
});
