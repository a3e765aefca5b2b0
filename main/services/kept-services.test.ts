import '../storage/testing/use-electron-stand-in.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServiceDraft } from '../../app/contract/service-draft.ts';
import { directoryService } from '../../app/identity/service.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import { FakeService } from '../../app/testing/fake-service.ts';
import { serviceIdSchema, type ServiceId } from '../../app/users/user.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { Sealing } from '../storage/sealing.ts';
import { FakeKeyWrapping } from '../storage/testing/fake-key-wrapping.ts';
import { canary } from '../storage/testing/sample-users.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { ClientSecrets } from './client-secrets.ts';
import { KeptServices } from './kept-services.ts';
import type { InspectedService, InspectService } from './service-inspection.ts';
import { ServiceStore } from './service-store.ts';

type IssuerDraft = Extract<ServiceDraft, { kind: 'openIdConnect' }>;

const shop: ServiceDraft = {
  kind: 'appServices',
  name: 'Shop',
  baseUrl: 'https://services.example.org',
  appId: 'shop-abcde',
};
const work: IssuerDraft = {
  kind: 'openIdConnect',
  name: 'Work',
  issuer: 'https://id.example.org',
  clientId: 'hotseat',
  scopes: ['openid'],
  apiOrigins: [],
};
const conflict = (cause: 'serviceKnown' | 'serviceHasAccounts') => fail({ code: 'conflict', with: cause });

/** What real services would answer; a test decides which origins an issuer names, or that nobody answers. */
class World {
  readonly scratch = scratchDirectory();
  readonly keys = new FakeKeyWrapping();
  readonly withAccounts = new Set<ServiceId>();
  readonly log = { warn: vi.fn<(event: string) => void>() };
  readonly made: string[] = [];
  otherOrigins: readonly string[] = [];
  refusal: Outcome<never> | undefined;
  diskRefusal: Outcome<never> | undefined;
  secretRefusal: Outcome<never> | undefined;
  /** Runs while a service is being asked. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  readonly inspect = vi.fn<InspectService>(async (draft, { hasClientSecret }) => {
    await this.meanwhile();
    if (this.refusal) return this.refusal;
    return succeed(this.#answer(draft, hasClientSecret));
  });

  get secrets(): ClientSecrets {
    return new ClientSecrets({
      directory: this.scratch.path,
      sealing: new Sealing(this.keys, randomBytes),
      clock: { nowMs: () => 0 },
    });
  }

  get servicesFile(): string {
    return join(this.scratch.path, 'services.json');
  }

  /** As after a start. */
  open() {
    const store = new ServiceStore({ directory: this.scratch.path, clock: { nowMs: () => 0 } });
    const found = store.read();
    const { secrets } = this;
    const book = new KeptServices({
      directoryName: () => 'This computer',
      store: { save: async (...kept) => this.diskRefusal ?? store.save(...kept) },
      found,
      secrets: {
        write: async (id, secret) => this.secretRefusal ?? secrets.write(id, secret),
        erase: (id) => secrets.erase(id),
      },
      inspect: this.inspect,
      makeProvider: (service) => {
        this.made.push(service.name);
        return new FakeService();
      },
      newServiceId: () => serviceIdSchema.parse(randomUUID()),
      hasAccounts: (id) => this.withAccounts.has(id),
      log: this.log,
    });
    return { book, notices: found.notices };
  }

  async added(book: KeptServices, draft: ServiceDraft): Promise<ServiceId> {
    const added = await book.add(draft, this.otherOrigins);
    if (!added.ok) throw new Error(added.error.code);
    return added.value.serviceId;
  }

  #answer(draft: ServiceDraft, hasClientSecret: boolean): InspectedService {
    if (draft.kind === 'appServices')
      return { offer: { kind: draft.kind, hostname: draft.baseUrl }, service: draft };
    if (draft.kind === 'website') return { offer: { kind: draft.kind, origin: draft.url }, service: draft };
    const { clientSecret: _secret, ...described } = draft;
    const reached = { ways: ['browser'] as const, otherOrigins: this.otherOrigins };
    return {
      offer: {
        kind: draft.kind,
        ...reached,
        revokesTokens: true,
        endsBrowserSession: true,
        scopes: draft.scopes,
      },
      service: { ...described, ...reached, hasClientSecret },
    };
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.scratch[Symbol.dispose]());

const namesOf = (book: KeptServices): readonly string[] => book.list().map(({ name }) => name);

describe('services of a list', () => {
  const listed = (draft: ServiceDraft) => ({ draft, ways: ['browser' as const], needsClientSecret: false });

  it('are added in one write without being asked, without secret and accepted origins, and hold on', async () => {
    const { book } = world.open();
    const heard = vi.fn<() => void>();
    book.subscribe(heard);
    const added = await book.addUnasked([listed(shop), listed(work)]);
    expect(added.ok && added.value).toHaveLength(2);
    expect(world.inspect).not.toHaveBeenCalled();
    expect(heard).toHaveBeenCalledTimes(1);
    const { clientSecret: _none, ...described } = work;
    expect(world.open().book.list()).toEqual([
      directoryService,
      expect.objectContaining(shop),
      expect.objectContaining({
        ...described,
        hasClientSecret: false,
        otherOrigins: [],
        ways: ['browser'],
      }),
    ]);
  });

  it('that are there are left alone', async () => {
    const { book } = world.open();
    const id = await world.added(book, shop);
    expect(await book.addUnasked([listed({ ...shop, name: 'Another' })])).toEqual(succeed([]));
    expect(book.list()).toEqual([directoryService, { ...shop, id }]);
  });

  it('that cannot be saved are not there', async () => {
    const { book } = world.open();
    world.diskRefusal = fail({ code: 'storageUnavailable', problem: 'diskFull' });
    expect(await book.addUnasked([listed(shop)])).toEqual(world.diskRefusal);
    expect(book.list()).toEqual([directoryService]);
  });
});

describe('the services of this computer', () => {
  it('are the directory, at first', () => {
    const { book, notices } = world.open();
    expect(book.list()).toEqual([directoryService]);
    expect(notices).toEqual([]);
    expect(fs.readdirSync(world.scratch.path)).toEqual([]);
  });

  it('keep one that was added, and are heard of it', async () => {
    const { book } = world.open();
    const heard = vi.fn<() => void>();
    book.subscribe(heard);
    const serviceId = await world.added(book, { ...shop, name: ' Shop ' });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(world.open().book.list()).toEqual([directoryService, { ...shop, id: serviceId }]);
  });

  it('make a provider for each, once, and anew after an edit', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, shop);
    expect(world.made).toEqual([]);
    const provider = book.providerOf(serviceId);
    expect(provider).toBeDefined();
    expect(book.providerOf(serviceId)).toBe(provider);
    expect(await book.edit(serviceId, { ...shop, name: 'Store' }, [])).toEqual(done);
    expect(book.providerOf(serviceId)).not.toBe(provider);
    expect(world.made).toEqual(['Shop', 'Store']);
    expect(book.providerOf(serviceIdSchema.parse('unknown'))).toBeUndefined();
  });

  it('do not take one in that does not answer, or whose fields are wrong', async () => {
    const { book } = world.open();
    expect(await book.add({ ...shop, baseUrl: 'http://example.org' }, [])).toMatchObject({
      error: { field: 'baseUrl', problem: 'insecure' },
    });
    expect(world.inspect).not.toHaveBeenCalled();
    world.refusal = fail({ code: 'networkUnavailable' });
    expect(await book.add(shop, [])).toEqual(world.refusal);
    expect(await book.check(shop)).toEqual(world.refusal);
    expect(fs.existsSync(world.servicesFile)).toBe(false);
  });

  it('take each in once', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, shop);
    expect(await book.add({ ...shop, name: 'Again' }, [])).toEqual(conflict('serviceKnown'));
    expect(await book.check({ ...shop, name: 'Again' })).toEqual(conflict('serviceKnown'));
    expect((await book.check(shop, serviceId)).ok).toBe(true);
    const other = await world.added(book, { ...shop, appId: 'other' });
    expect(await book.edit(other, shop, [])).toEqual(conflict('serviceKnown'));
  });

  it('take it in once even when two ask at a time', async () => {
    const { book } = world.open();
    const outcomes = await Promise.all([book.add(shop, []), book.add(shop, [])]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(namesOf(world.open().book)).toEqual([directoryService.name, 'Shop']);
  });

  it('D4: take no issuer in that sends its sign-ins where nobody saw', async () => {
    const { book } = world.open();
    world.otherOrigins = ['https://login.example.net'];
    expect(await book.add(work, [])).toEqual(fail({ code: 'serverError', problem: 'otherOrigin' }));
    expect(await book.add(work, ['https://login.example.org'])).toMatchObject({ ok: false });
    expect((await book.add(work, ['https://login.example.net', 'https://more.example'])).ok).toBe(true);
    expect(book.list()).toMatchObject([{}, { otherOrigins: ['https://login.example.net'] }]);
  });

  it('A3: are as they were when the disk refuses', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, shop);
    world.diskRefusal = fail({ code: 'storageUnavailable', problem: 'diskFull' });
    expect(await book.add(work, [])).toEqual(world.diskRefusal);
    expect(await book.edit(serviceId, { ...shop, name: 'Store' }, [])).toEqual(world.diskRefusal);
    expect(await book.remove(serviceId)).toEqual(world.diskRefusal);
    expect(namesOf(book)).toEqual([directoryService.name, 'Shop']);
    expect(namesOf(world.open().book)).toEqual([directoryService.name, 'Shop']);
  });

  it('A3: do not keep an issuer whose client secret could not be kept', async () => {
    const { book } = world.open();
    world.secretRefusal = fail({ code: 'storageUnavailable', problem: 'diskFull' });
    const draft = { ...work, clientSecret: canary('work', 'clientSecret') };
    expect(await book.add(draft, [])).toEqual(world.secretRefusal);
    expect(book.list()).toEqual([directoryService]);
    expect(world.open().book.list()).toEqual([directoryService]);
  });
});

describe('an edit of a service', () => {
  it('changes its name without asking it', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, work);
    world.refusal = fail({ code: 'networkUnavailable' });
    const draft = { ...work, name: 'Office', workspaceUrl: 'https://w.example.org', redirectPort: 4_000 };
    expect(await book.edit(serviceId, draft, [])).toEqual(done);
    expect(world.open().book.list()[1]).toMatchObject({
      name: 'Office',
      redirectPort: 4_000,
      ways: ['browser'],
    });
    expect(await book.edit(serviceId, { ...draft, scopes: ['openid', 'email'] }, [])).toEqual(world.refusal);
  });

  it('leaves what its accounts depend on as it is while it has some', async () => {
    const { book } = world.open();
    const [shopId, workId] = [await world.added(book, shop), await world.added(book, work)];
    world.withAccounts.add(shopId).add(workId);
    const refused: readonly [ServiceId, ServiceDraft][] = [
      [shopId, { ...shop, baseUrl: 'https://evil.example' }],
      [shopId, { ...shop, appId: 'other' }],
      [workId, { ...work, issuer: 'https://evil.example' }],
      [workId, { ...work, clientId: 'other' }],
      [workId, { ...work, apiOrigins: ['https://evil.example'] }],
    ];
    for (const [id, draft] of refused)
      expect(await book.edit(id, draft, [])).toEqual(conflict('serviceHasAccounts'));
    const allowed: readonly [ServiceId, ServiceDraft][] = [
      [shopId, { ...shop, name: 'Store' }],
      [workId, { ...work, scopes: ['openid', 'email'] }],
      [workId, { ...work, scopes: ['openid', 'email'], clientSecret: canary('work', 'clientSecret') }],
    ];
    for (const [id, draft] of allowed) expect(await book.edit(id, draft, [])).toEqual(done);
    world.withAccounts.clear();
    expect(await book.edit(workId, { ...work, issuer: 'https://new.example' }, [])).toEqual(done);
  });

  it('to another address makes another service, and leaves what waits for the old one to it', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, { ...work, clientSecret: canary('work', 'clientSecret') });
    expect(await book.edit(serviceId, { ...work, issuer: 'https://new.example' }, [])).toEqual(done);
    const [, moved] = book.list();
    expect(moved).toMatchObject({ issuer: 'https://new.example', hasClientSecret: false });
    expect(moved?.id).not.toBe(serviceId);
    expect(moved && (await world.secrets.read(moved.id))).toBeUndefined();
    expect(book.list()).toHaveLength(2);

    const later = world.open().book;
    expect(later.providerOf(serviceId)).toBeDefined();
    expect(await world.secrets.read(serviceId)).toBeDefined();
    await later.finish(new Set());
    expect(later.providerOf(serviceId)).toBeUndefined();
    expect(later.list()).toEqual([directoryService, moved]);
  });

  it('of its API origins alone keeps it the same', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, work);
    expect(await book.edit(serviceId, { ...work, apiOrigins: ['https://api.example'] }, [])).toEqual(done);
    expect(book.list()[1]).toMatchObject({ id: serviceId, apiOrigins: ['https://api.example'] });
  });

  it('notices that somebody logged in while the service was asked', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, work);
    world.meanwhile = async () => world.withAccounts.add(serviceId);
    const draft = { ...work, issuer: 'https://new.example' };
    expect(await book.edit(serviceId, draft, [])).toEqual(conflict('serviceHasAccounts'));
    expect(book.list()[1]).toMatchObject({ issuer: work.issuer });
  });

  it('compares with what is kept by now, not with what was kept when the service was asked', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, work);
    const moved = { ...work, apiOrigins: ['https://api.example'] };
    world.meanwhile = async () => {
      world.meanwhile = () => Promise.resolve();
      expect(await book.edit(serviceId, moved, [])).toEqual(done);
      world.withAccounts.add(serviceId);
    };
    const draft = { ...work, clientSecret: canary('work', 'clientSecret') };
    expect(await book.edit(serviceId, draft, [])).toEqual(conflict('serviceHasAccounts'));
    expect(book.list()[1]).toMatchObject({ apiOrigins: moved.apiOrigins });
  });

  it('does not turn one kind into another, nor find what is not there', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, work);
    expect(await book.edit(serviceId, shop, [])).toMatchObject({ error: { code: 'invalidInput' } });
    const nobody = serviceIdSchema.parse('nobody');
    expect(await book.edit(nobody, shop, [])).toEqual(fail({ code: 'serviceNotFound' }));
    expect(await book.edit(directoryService.id, shop, [])).toEqual(fail({ code: 'serviceNotFound' }));
    expect(await book.remove(directoryService.id)).toEqual(fail({ code: 'serviceNotFound' }));
  });
});

describe('the client secret of a service', () => {
  const secret = canary('work', 'clientSecret');

  it('is kept apart, stays where the draft has none, and goes where it is empty', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, { ...work, clientSecret: secret });
    expect(book.list()[1]).toMatchObject({ hasClientSecret: true });
    expect(JSON.stringify(book.list())).not.toContain('CANARY');
    for (const name of fs.readdirSync(world.scratch.path))
      expect(fs.readFileSync(join(world.scratch.path, name), 'utf8')).not.toContain('CANARY');
    expect(await world.secrets.read(serviceId)).toBe(secret);

    expect(await book.edit(serviceId, { ...work, name: 'Office' }, [])).toEqual(done);
    expect(await world.secrets.read(serviceId)).toBe(secret);
    expect(world.open().book.list()[1]).toMatchObject({ hasClientSecret: true, name: 'Office' });

    expect(await book.edit(serviceId, { ...work, clientSecret: '' }, [])).toEqual(done);
    expect(await world.secrets.read(serviceId)).toBeUndefined();
    expect(book.list()[1]).toMatchObject({ hasClientSecret: false });
  });
});

describe('a service that is removed', () => {
  it('has no accounts any more', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, shop);
    world.withAccounts.add(serviceId);
    expect(await book.remove(serviceId)).toEqual(conflict('serviceHasAccounts'));
    expect(namesOf(book)).toContain('Shop');
  });

  it('is out of sight at once, but there for what waits to be revoked, until nothing waits', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, { ...work, clientSecret: canary('work', 'clientSecret') });
    expect(await book.remove(serviceId)).toEqual(done);
    expect(book.list()).toEqual([directoryService]);
    expect(await book.remove(serviceId)).toEqual(fail({ code: 'serviceNotFound' }));

    const later = world.open().book;
    expect(later.list()).toEqual([directoryService]);
    await later.finish(new Set([serviceId]));
    await later.finish(undefined);
    expect(later.providerOf(serviceId)).toBeDefined();
    expect(await world.secrets.read(serviceId)).toBeDefined();

    await later.finish(new Set());
    expect(later.providerOf(serviceId)).toBeUndefined();
    expect(await world.secrets.read(serviceId)).toBeUndefined();
    expect(world.open().book.providerOf(serviceId)).toBeUndefined();
    // Neither generation brings it back.
    fs.writeFileSync(world.servicesFile, 'damaged');
    expect(world.open().book.providerOf(serviceId)).toBeUndefined();
  });

  it('may be added anew, as another one', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, shop);
    await book.remove(serviceId);
    expect(await world.added(book, shop)).not.toBe(serviceId);
  });

  it('is shown again where somebody logged in to it meanwhile', async () => {
    const { book } = world.open();
    const serviceId = await world.added(book, shop);
    await book.remove(serviceId);
    world.withAccounts.add(serviceId);
    await book.finish(new Set());
    expect(namesOf(book)).toContain('Shop');
    expect(namesOf(world.open().book)).toContain('Shop');
  });
});

describe('the file of the services', () => {
  it('A7: damaged, is read from its previous generation, with a notice', async () => {
    const { book } = world.open();
    await world.added(book, shop);
    await world.added(book, work);
    fs.writeFileSync(world.servicesFile, '{"checksum":"wrong"}');
    const { book: recovered, notices } = world.open();
    expect(notices).toEqual([{ kind: 'recovered', what: 'services' }]);
    expect(namesOf(recovered)).toEqual([directoryService.name, 'Shop']);
  });

  it('A7: lost in both generations, leaves the directory, with a notice, and is kept aside', async () => {
    const { book } = world.open();
    await world.added(book, shop);
    await world.added(book, work);
    fs.writeFileSync(world.servicesFile, 'null');
    fs.writeFileSync(join(world.scratch.path, 'services.previous.json'), '');
    const { book: emptied, notices } = world.open();
    expect(notices).toEqual([{ kind: 'lost', what: 'services' }]);
    expect(emptied.list()).toEqual([directoryService]);
    await world.added(emptied, { ...shop, appId: 'new' });
    expect(fs.readdirSync(join(world.scratch.path, 'quarantine'))).toHaveLength(2);
  });

  it('A11: of a newer Hotseat is neither read nor written', async () => {
    const { text } = encodeChecksummed({ version: 2, services: {} });
    fs.writeFileSync(world.servicesFile, text);
    const { book: later, notices } = world.open();
    expect(notices).toEqual([{ kind: 'newerVersion', what: 'services' }]);
    expect(await later.add(work, [])).toEqual(fail({ code: 'storageUnavailable', problem: 'newerVersion' }));
    expect(fs.readFileSync(world.servicesFile, 'utf8')).toBe(text);
  });
});
