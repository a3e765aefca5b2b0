import { expect, test } from 'vitest';
import { directoryService, type Service } from '../identity/service.ts';
import { serviceIdSchema } from '../users/user.ts';
import { canProveAt, isOffered } from './offered-services.ts';

const idOf = (text: string) => serviceIdSchema.parse(text);

const shop: Service = {
  id: idOf('shop'),
  kind: 'appServices',
  name: 'Shop',
  baseUrl: 'https://shop.example',
  appId: 'shop-abcde',
};
const forum: Service = {
  id: idOf('forum'),
  kind: 'website',
  name: 'Forum',
  url: 'https://forum.example',
  signInOrigins: [],
};
const all: readonly Service[] = [directoryService, shop, forum];

test.each<[where: string, id: string, list: readonly Service[], isOffered: boolean, canProve: boolean]>([
  ['in the directory', directoryService.id, all, true, true],
  ['at a service that was added', 'shop', all, true, true],
  ['at a website, which proves nothing', 'forum', all, true, false],
  ['at a service that was removed', 'bank', all, false, false],
  ['where no service is left', 'shop', [], false, false],
])('logging in %s', (_where, id, list, ...expected) => {
  const services = { list: () => list, providerOf: () => undefined };
  expect([isOffered(services, idOf(id)), canProveAt(services, idOf(id))]).toEqual(expected);
});
