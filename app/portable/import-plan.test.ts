import { expect, test } from 'vitest';
import { directoryService, type Service } from '../identity/service.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { emptyRegistry } from '../users/user-registry.ts';
import { readAccountList } from './account-list.ts';
import { importedUsers, planImport, type ImportRules } from './import-plan.ts';
import { forum, sampleFile, shop } from './testing/sample-list.ts';

const list = (() => {
  const read = readAccountList(JSON.stringify(sampleFile));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
})();

const planned = ({
  registry = emptyRegistry,
  services = [directoryService],
  rules = {},
}: {
  registry?: UserRegistry;
  services?: readonly Service[];
  rules?: Partial<ImportRules>;
}) =>
  planImport(list, {
    registry,
    services,
    rules: { mayAddService: () => true, mayEnter: () => true, ...rules },
  });

const standings = ({ services }: ReturnType<typeof planned>) => services.map(({ standing }) => standing);

test('on an empty computer all is new, and nobody arrives before their service is there', () => {
  const plan = planned({});
  expect(standings(plan)).toEqual(['new', 'new']);
  expect(plan).toMatchObject({ knownCount: 0, refusedCount: 0 });
  expect(plan.services.map(({ newCount }) => newCount)).toEqual([1, 1]);
  expect(plan.accounts).toHaveLength(2);
  expect(importedUsers(plan)).toEqual([]);
});

test('a service at the same address is the one that is there, whatever it is called', () => {
  const services = [
    directoryService,
    { ...shop, name: 'The shop' },
    { ...forum, url: 'https://forum.example.org' },
  ];
  const plan = planned({ services });
  expect(standings(plan)).toEqual(['known', 'known']);
  expect(importedUsers(plan)).toEqual([
    {
      serviceId: shop.id,
      subject: 'ana-1',
      profile: { email: 'ana@example.org' },
      nickname: undefined,
      colour: 1,
    },
    {
      serviceId: forum.id,
      subject: 'ana',
      profile: { name: 'Ana' },
      nickname: 'Me',
      colour: 2,
      chosenColour: 'production',
    },
  ]);
});

test('an account that is there is left alone', () => {
  const registry = registryOf(someUser(1, { serviceId: shop.id, subject: 'ana-1' }));
  const plan = planned({ registry, services: [directoryService, shop] });
  expect(plan).toMatchObject({ knownCount: 1, refusedCount: 0 });
  expect(plan.accounts.map(({ subject }) => subject)).toEqual(['ana']);
});

test('a service that may not be added keeps its accounts out', () => {
  const plan = planned({ rules: { mayAddService: (address) => address.includes('forum') } });
  expect(standings(plan)).toEqual(['refused', 'new']);
  expect(plan).toMatchObject({ knownCount: 0, refusedCount: 1 });
  expect(plan.accounts.map(({ subject }) => subject)).toEqual(['ana']);
});

test('the rules of entry see each account with its service, its e-mail, and all who came before', () => {
  const seen: unknown[] = [];
  const plan = planned({
    registry: registryOf(someUser(1), someUser(2)),
    services: [directoryService, shop],
    rules: {
      mayEnter: ({ service, email, isKnown, accountCount }) => {
        seen.push([service?.name, email, isKnown, accountCount]);
        return accountCount < 3;
      },
    },
  });
  expect(seen).toEqual([
    ['Shop', 'ana@example.org', false, 2],
    ['Forum', undefined, false, 3],
  ]);
  expect(plan.accounts.map(({ subject }) => subject)).toEqual(['ana-1']);
  expect(plan).toMatchObject({ refusedCount: 1 });
});
