import { expect, test } from 'vitest';
import { done, fail, type Outcome } from '../outcome.ts';
import { directoryService, type Service } from '../identity/service.ts';
import { createManualTimers } from '../testing/manual-timers.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import { serviceIdSchema, type User, type UserId } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { AskedLinks, askedForMs } from './asked-links.ts';

const shop: Service = {
  id: serviceIdSchema.parse('shop'),
  kind: 'website',
  name: 'Shop',
  url: 'https://shop.example/start',
  signInOrigins: ['https://id.example'],
};
const ana = someUser(1, { serviceId: shop.id });
const ben = someUser(2, { isLocked: true, hasWayToUnlock: true });
const { isLocked: _locked, hasWayToUnlock: _way, sessionKept: _kept, ...record } = someUser(3);
const cleo: User = { ...record, state: 'loggedOut' };
const withoutPage: Service = {
  id: serviceIdSchema.parse('lab'),
  kind: 'appServices',
  name: 'Lab',
  baseUrl: 'https://lab.example',
  appId: 'lab-1',
};
const dora = someUser(4, { serviceId: withoutPage.id });
const ofGoneService = someUser(5);
const services = new Map<UserId, Service>([
  [ana.id, shop],
  [ben.id, directoryService],
  [cleo.id, directoryService],
  [dora.id, withoutPage],
]);

const stage = (switched: Outcome<void> = done, adding?: Outcome<never>) => {
  const timers = createManualTimers();
  const heard: string[] = [];
  const registry: UserRegistry = {
    ...registryOf(),
    users: new Map([ana, ben, cleo, dora, ofGoneService].map((user) => [user.id, user])),
  };
  let nowMs = 0;
  let count = 0;
  const links: AskedLinks = new AskedLinks({
    asking: {
      choose: async (userId) => {
        heard.push(`choose ${userId}`);
        if (userId === ben.id) return fail({ code: 'locked' });
        return userId === cleo.id ? fail({ code: 'userLoggedOut' }) : switched;
      },
      openWindow: () => heard.push('openWindow'),
    },
    openAt: (userId, address) => heard.push(`openAt ${userId} ${address}`),
    registry: () => registry,
    serviceOf: (userId) => services.get(userId),
    refusalOfAdding: () => adding,
    elapsedMs: () => nowMs,
    timers,
    random: { newOpaqueId: () => `link-${(count += 1)}` },
    changed: () => heard.push(`asked ${links.current?.kind}`),
    tellRefused: (because) => heard.push(`refused ${because}`),
  });
  const later = (ms: number) => {
    nowMs += ms;
  };
  return { links, heard, timers, later };
};

const toSwitch = (user: User) => `hotseat://switch/${user.id}`;
const toOpen = (user: User, address: string) =>
  `hotseat://open/${user.id}?address=${encodeURIComponent(address)}`;

test('E2: nothing happens before a yes, and then what was asked for', async () => {
  const { links, heard } = stage();
  links.receive(toSwitch(ana));
  expect(heard).toEqual(['asked switch', 'openWindow']);
  expect(links.current).toEqual({ kind: 'switch', id: 'link-1', userId: ana.id });
  expect(await links.follow('link-1')).toEqual(done);
  expect(heard.slice(2)).toEqual([`choose ${ana.id}`, 'asked undefined']);
  expect(await links.follow('link-1'), 'once').toEqual(fail({ code: 'cancelled' }));
});

test('a no, or the answer to another question, does nothing', async () => {
  const { links, heard } = stage();
  links.receive(toSwitch(ana));
  links.dismiss('link-7');
  expect(await links.follow('link-7')).toEqual(fail({ code: 'cancelled' }));
  expect(links.current?.id).toBe('link-1');
  links.dismiss('link-1');
  expect(links.current).toBeUndefined();
  links.dismiss('link-1');
  expect(heard).toEqual(['asked switch', 'openWindow', 'asked undefined']);
});

test('E1: a lock or a login comes first, and the page after it', async () => {
  const { links, heard } = stage();
  links.receive(toOpen(ben, 'directory://hotseat/'));
  expect(await links.follow('link-1')).toEqual(done);
  links.receive(toSwitch(cleo));
  expect(await links.follow('link-2')).toEqual(done);
  expect(links.current, 'the window asks now').toBeUndefined();
  expect(heard.filter((what) => !/^(?:asked|openWindow)/u.test(what))).toEqual([
    `choose ${ben.id}`,
    `openAt ${ben.id} directory://hotseat/`,
    `choose ${cleo.id}`,
  ]);
});

test('a link to a workspace alone leads to no page of it', async () => {
  const { links, heard } = stage();
  links.receive(`hotseat://open/${ana.id}`);
  expect(links.current).toEqual({ kind: 'open', id: 'link-1', userId: ana.id });
  expect(await links.follow('link-1')).toEqual(done);
  expect(heard).toEqual(['asked open', 'openWindow', `choose ${ana.id}`, 'asked undefined']);
});

test('a question that comes while the one before is followed stays', async () => {
  const { links } = stage();
  links.receive(toSwitch(ana));
  const following = links.follow('link-1');
  links.dismiss('link-1');
  links.receive(toSwitch(ben));
  expect(await following).toEqual(done);
  expect(links.current).toEqual({ kind: 'switch', id: 'link-2', userId: ben.id });
});

test('a switch that fails leaves the question open, and goes nowhere', async () => {
  const { links, heard } = stage(fail({ code: 'deniedByPolicy' }));
  links.receive(toOpen(ana, 'https://shop.example/a'));
  expect(await links.follow('link-1')).toEqual(fail({ code: 'deniedByPolicy' }));
  expect(links.current?.id).toBe('link-1');
  expect(heard).not.toContainEqual(expect.stringContaining('openAt'));
});

test.each([
  'https://shop.example.evil.example/',
  'https://id.example/authorize',
  'http://shop.example/',
  'https://shop.example@evil.example/',
  'blob:https://shop.example/5f3c1c9e',
  'javascript:alert(1)',
  'directory://hotseat/',
  '/relative',
])('%j is no address of the service', (address) => {
  const { links, heard } = stage();
  links.receive(toOpen(ana, address));
  expect(heard).toEqual(['refused outsideService', 'openWindow']);
});

test.each([
  ['whose service has no page', dora],
  ['whose service is gone', ofGoneService],
])('no address is one of an account %s', (_, user) => {
  const { links, heard } = stage();
  links.receive(toOpen(user, 'https://lab.example/'));
  expect(heard).toEqual(['refused outsideService', 'openWindow']);
});

test('what cannot be done is told, and not asked', () => {
  const { links, heard } = stage(done, fail({ code: 'deniedByPolicy' }));
  links.receive('hotseat:nonsense');
  links.receive('hotseat://switch/user-999999');
  links.receive('hotseat://add-service?kind=website&name=Desk&url=https%3A%2F%2Fdesk.example');
  expect(heard.filter((what) => what.startsWith('refused'))).toEqual([
    'refused notUnderstood',
    'refused unknownAccount',
    'refused rules',
  ]);
});

test('one at a time, three in a minute; of others nobody hears', () => {
  const { links, heard, later } = stage();
  links.receive(toSwitch(ana));
  links.receive(toSwitch(ben));
  links.receive('hotseat:nonsense');
  expect(heard).toEqual(['asked switch', 'openWindow']);
  for (const id of ['link-1', 'link-2', 'link-3']) {
    links.dismiss(id);
    links.receive(toSwitch(ana));
  }
  expect(links.current).toBeUndefined();
  later(60_000);
  links.receive(toSwitch(ana));
  expect(links.current?.id).toBe('link-4');
});

test('a question that nobody answers goes by itself', async () => {
  const { links, timers } = stage();
  links.receive(toSwitch(ana));
  await timers.advance(askedForMs - 1);
  expect(links.current).toBeDefined();
  await timers.advance(1);
  expect(links.current).toBeUndefined();
});

test('a service is looked at in its form, and nothing else comes of the yes', async () => {
  const { links, heard } = stage();
  links.receive('hotseat://add-service?kind=website&name=Desk&url=https%3A%2F%2Fdesk.example');
  expect(links.current).toMatchObject({ kind: 'addService', draft: { url: 'https://desk.example' } });
  expect(await links.follow('link-1')).toEqual(done);
  expect(heard).toEqual(['asked addService', 'openWindow', 'asked undefined']);
});
