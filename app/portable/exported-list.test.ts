import { expect, test } from 'vitest';
import { directoryService } from '../identity/service.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import { serviceIdSchema } from '../users/user.ts';
import { readAccountList } from './account-list.ts';
import { exportedList } from './exported-list.ts';
import { unaskedService } from './listed-service.ts';
import { forum, shop, work } from './testing/sample-list.ts';

const services = [directoryService, shop, work, forum];
const registry = registryOf(
  someUser(1),
  someUser(2, {
    serviceId: work.id,
    nickname: 'Me at work',
    profile: { email: 'me@work.example', name: 'Me' },
  }),
  someUser(3, { serviceId: shop.id, anonymousNumber: 1, profile: {} }),
  someUser(4, { serviceId: forum.id, subject: 'ana', profile: { name: 'Ana' } }),
  someUser(5, { serviceId: shop.id }),
  someUser(6, { serviceId: serviceIdSchema.parse('lost') }),
);

test('accounts of added services are in it in their order, and the others are counted', () => {
  const { file, leftOut } = exportedList(registry, services);
  expect(file.accounts).toEqual([
    {
      service: 1,
      subject: 'subject-2',
      email: 'me@work.example',
      name: 'Me',
      nickname: 'Me at work',
      colour: 2,
    },
    { service: 2, subject: 'ana', name: 'Ana', colour: 4 },
    { service: 0, subject: 'subject-5', email: 'user5@example.org', colour: 5 },
  ]);
  expect(leftOut).toEqual({ anonymous: 1, ofThisComputer: 1, others: 1 });
});

test('nothing of a session, of a lock, of ids of this computer and of what was accepted on it is in it', () => {
  const text = JSON.stringify(exportedList(registry, services).file);
  expect(text).not.toMatch(/session|isLocked|user-0000|hasClientSecret|elsewhere/u);
  expect(text).toContain('"needsClientSecret":true');
});

test('what is exported is read back as it was, but for accepted origins and secrets', () => {
  const { file } = exportedList(registry, services);
  const list = readAccountList(JSON.stringify(file));
  if (!list.ok) throw new Error(list.error.code);
  expect(list.value.accounts).toEqual(file.accounts);
  const { id: _shop, ...unidentifiedShop } = shop;
  const { id: _work, ...unidentifiedWork } = work;
  const { id: _forum, ...unidentifiedForum } = forum;
  expect(list.value.services.map((listed) => unaskedService(listed))).toEqual([
    unidentifiedShop,
    { ...unidentifiedWork, hasClientSecret: false, otherOrigins: [] },
    unidentifiedForum,
  ]);
});
