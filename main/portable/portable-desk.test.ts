import { expect, test } from 'vitest';
import type { ServiceDraft } from '../../app/contract/service-draft.ts';
import { isSameService } from '../../app/identity/service-rules.ts';
import { directoryService, type Service } from '../../app/identity/service.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import { unaskedService, type ListedService } from '../../app/portable/listed-service.ts';
import { sampleFile } from '../../app/portable/testing/sample-list.ts';
import { FakeWorld } from '../../app/testing/fake-world.ts';
import { serviceIdSchema, type ServiceId } from '../../app/users/user.ts';
import { withId } from '../services/service-inspection.ts';
import { PortableDesk } from './portable-desk.ts';

const denied = fail({ code: 'deniedByPolicy' });

/** A computer with a list at hand. */
const stage = (file: object | Outcome<never> = sampleFile) => {
  const world = new FakeWorld();
  const switcher = world.start();
  const state = {
    services: [directoryService] as Service[],
    refusesAdding: false,
    saved: undefined as string | undefined,
    servicesRefusal: undefined as Outcome<never> | undefined,
  };
  const services = {
    list: () => state.services,
    addUnasked: async (listed: readonly ListedService[]) => {
      if (state.servicesRefusal) return state.servicesRefusal;
      const added = listed.map((one) =>
        withId(unaskedService(one), serviceIdSchema.parse(`added-${one.draft.name.toLowerCase()}`)),
      );
      state.services.push(...added);
      return succeed(added.map(({ id }) => id));
    },
    remove: async (id: ServiceId) => {
      state.services = state.services.filter((service) => service.id !== id);
      return done;
    },
  };
  let count = 0;
  const desk = new PortableDesk({
    switcher,
    services,
    desk: {
      refusalOfAdding: () => (state.refusesAdding ? denied : undefined),
      refusalOfEntry: () => undefined,
    },
    random: { newOpaqueId: () => `preview-${(count += 1)}` },
    saveText: async (text) => {
      state.saved = text;
      return done;
    },
    openText: async () => ('ok' in file ? file : succeed(JSON.stringify(file))),
  });
  const preview = async () => {
    const opened = await desk.open();
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };
  return { world, switcher, desk, state, preview };
};

const names = (services: readonly Service[]) => services.map(({ name }) => name);

test('a list is looked at first, and nothing has changed by that', async () => {
  const { switcher, state, preview } = stage();
  expect(await preview()).toEqual({
    previewId: 'preview-1',
    services: [
      {
        kind: 'appServices',
        name: 'Shop',
        address: 'https://services.example.org',
        standing: 'new',
        newCount: 1,
        needsClientSecret: false,
      },
      {
        kind: 'website',
        name: 'Forum',
        address: 'https://forum.example.org/',
        standing: 'new',
        newCount: 1,
        needsClientSecret: false,
      },
    ],
    newCount: 2,
    knownCount: 0,
    refusedCount: 0,
  });
  expect([switcher.registry.users.size, state.services.length]).toEqual([0, 1]);
});

test('an import adds services and accounts, once; a second one of the same file adds nobody', async () => {
  const { switcher, desk, state, preview } = stage();
  const { previewId } = await preview();
  expect(await desk.import(previewId)).toEqual(succeed({ added: 2 }));
  expect(names(state.services)).toEqual(['This computer', 'Shop', 'Forum']);
  expect(Array.from(switcher.registry.users.values(), ({ state: is, nickname }) => [is, nickname])).toEqual([
    ['loggedOut', undefined],
    ['loggedOut', 'Me'],
  ]);
  expect(await desk.import(previewId)).toEqual(fail({ code: 'fileRefused', because: 'gone' }));
  const again = await preview();
  expect(again).toMatchObject({ newCount: 0, knownCount: 2 });
  expect(await desk.import(again.previewId)).toEqual(succeed({ added: 0 }));
});

test('what the rules have come to refuse meanwhile is not added', async () => {
  const { switcher, desk, state, preview } = stage();
  const { previewId } = await preview();
  state.refusesAdding = true;
  expect(await desk.import(previewId)).toEqual(succeed({ added: 0 }));
  expect([switcher.registry.users.size, state.services.length]).toEqual([0, 1]);
});

test('a service that was refused when the person looked is not added, though it may be now', async () => {
  const { desk, state, preview } = stage();
  state.refusesAdding = true;
  const { previewId } = await preview();
  state.refusesAdding = false;
  expect(await desk.import(previewId)).toEqual(succeed({ added: 0 }));
  expect(state.services).toHaveLength(1);
});

test('where accounts cannot be saved, no service is left', async () => {
  const { world, switcher, desk, state, preview } = stage();
  const { previewId } = await preview();
  world.disk.isFull = true;
  expect(await desk.import(previewId)).toMatchObject({ error: { code: 'storageUnavailable' } });
  expect([switcher.registry.users.size, state.services.length]).toEqual([0, 1]);
});

test('where services cannot be saved, no account comes', async () => {
  const { switcher, desk, state, preview } = stage();
  const { previewId } = await preview();
  state.servicesRefusal = fail({ code: 'storageUnavailable', problem: 'diskFull' });
  expect(await desk.import(previewId)).toEqual(state.servicesRefusal);
  expect(switcher.registry.users.size).toBe(0);
});

test('an import can be taken back, and leaves nothing', async () => {
  const { switcher, desk, state, preview } = stage();
  await desk.import((await preview()).previewId);
  expect(await desk.takeBack()).toEqual(done);
  expect([switcher.registry.users.size, names(state.services)]).toEqual([0, ['This computer']]);
  expect(await desk.takeBack(), 'twice is nothing').toEqual(done);
});

test('a service that has got another account meanwhile stays', async () => {
  const { switcher, desk, state, preview } = stage();
  await desk.import((await preview()).previewId);
  const shop = state.services.find(({ name }) => name === 'Shop');
  const other = { subject: 'other', profile: {}, nickname: undefined, colour: 0 };
  await switcher.addLoggedOut(1, () => (shop ? [{ ...other, serviceId: shop.id }] : []));
  await desk.takeBack();
  expect(names(state.services)).toEqual(['This computer', 'Shop']);
  expect(switcher.registry.users.size).toBe(1);
});

test('what is exported on one computer is imported on another, and known there afterwards', async () => {
  const one = stage();
  await one.desk.import((await one.preview()).previewId);
  expect(await one.desk.export()).toEqual(
    succeed({ accounts: 2, services: 2, leftOut: { anonymous: 0, ofThisComputer: 0, others: 0 } }),
  );
  const other = stage(JSON.parse(one.state.saved ?? ''));
  await other.desk.import((await other.preview()).previewId);
  const [, shop] = other.state.services;
  const draft: ServiceDraft = { ...sampleFile.services[0] };
  expect(shop && isSameService(shop, draft)).toBe(true);
  expect(await other.preview()).toMatchObject({ newCount: 0, knownCount: 2 });
});

test('a file that nobody chose, or that is no list, says so', async () => {
  const cancelled = fail({ code: 'cancelled' });
  expect(await stage(cancelled).desk.open()).toEqual(cancelled);
  expect(await stage({}).desk.open()).toEqual(fail({ code: 'fileRefused', because: 'notAList' }));
});
