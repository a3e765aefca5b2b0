import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSchema, snapshotSchema, type Change, type Snapshot } from '../../app/contract/views.ts';
import { directoryService, type Service } from '../../app/identity/service.ts';
import type { Outcome } from '../../app/outcome.ts';
import { defaultSettings } from '../../app/settings/settings.ts';
import { serviceIdSchema, userIdSchema, type User, type UserId } from '../../app/users/user.ts';
import { moved } from '../../app/users/reordering.ts';
import * as transitions from '../../app/users/user-registry.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { ChangeFeed } from './change-feed.ts';
import { sampleDesk } from '../policy/testing/sample-desk.ts';

const idOf = (number: number): UserId => userIdSchema.parse(`user-${String(number).padStart(5, '0')}`);

const clinicId = serviceIdSchema.parse('clinic');

const joined = (registry: UserRegistry, number: number, name = `Name ${number}`, activate = true) =>
  transitions.arrived(
    registry,
    {
      // So that there is something to group.
      serviceId: number === 3 ? clinicId : directoryService.id,
      subject: `subject-${number}`,
      profile: { name, email: `person-${number}@example.test` },
      identities: [],
      isAnonymous: false,
      sessionKept: 'disk',
    },
    { newId: idOf(number), nowMs: number, activate },
  ).registry;

/** A feed over a registry that is moved by hand, as the switcher would. */
class Stage {
  registry: UserRegistry;
  protection: Snapshot['sessionStorage'] = { kind: 'protected', by: 'secretService', isAnother: false };
  services: readonly Service[] = [directoryService];
  linkAsk: Snapshot['linkAsk'];
  settings = defaultSettings;
  language: Snapshot['language'] = 'en';
  readonly unreachable = new Set<UserId>();
  readonly endingSoon = new Set<UserId>();
  readonly changes: Change[] = [];
  readonly feed: ChangeFeed;

  constructor(registry: UserRegistry = transitions.emptyRegistry) {
    this.registry = registry;
    const readRegistry = () => this.registry;
    this.feed = new ChangeFeed(
      {
        get registry() {
          return readRegistry();
        },
        isSessionOpen: () => false,
        isUnreachable: (id) => this.unreachable.has(id),
        isUnreadable: () => false,
        isEndingSoon: (id) => this.endingSoon.has(id),
        hasTouchIdKey: () => false,
        sessionStorage: () => this.protection,
        notices: () => [],
        services: () => this.services,
        workspaces: () => [],
        desk: () => sampleDesk,
        isCurtainDown: () => false,
        language: () => this.language,
        anonymousName: (number) => `${this.language === 'de' ? 'Anonym' : 'Anonymous'} ${number}`,
        keys: () => ({ commands: [], isGlobalKeyRefused: false }),
        settings: () => this.settings,
        updates: () => ({ kind: 'idle' }),
        linkAsk: () => this.linkAsk,
      },
      { platform: 'linux', version: '0.0.0' },
    );
    this.feed.subscribe((change) => this.changes.push(change));
  }

  move(after: UserRegistry | Outcome<UserRegistry>, ...users: readonly UserId[]): void {
    const before = this.registry;
    if ('ok' in after && !after.ok) return;
    this.registry = 'ok' in after ? after.value : after;
    this.feed.registryChanged({
      users: users.filter((id) => before.users.get(id) !== this.registry.users.get(id)),
      isOrderChanged: before.order !== this.registry.order,
      isActiveChanged: before.activeId !== this.registry.activeId,
    });
  }
}

/** What a window that follows the rules of the contract would show. */
const applied = (snapshot: Snapshot, change: Change): Snapshot => {
  expect(change.revision).toBe(snapshot.revision + 1);
  const users = new Map([...snapshot.users, ...(change.users ?? [])].map((user) => [user.id, user]));
  const order = change.order ?? snapshot.users.map(({ id }) => id);
  return {
    ...snapshot,
    revision: change.revision,
    users: order.flatMap((id) => users.get(id) ?? []),
    activeId: change.active ? change.active.id : snapshot.activeId,
    services: change.services ?? snapshot.services,
    settings: change.settings ?? snapshot.settings,
    sessionStorage: change.sessionStorage ?? snapshot.sessionStorage,
    notices: change.notices ?? snapshot.notices,
  };
};

describe('the change feed', () => {
  it('sends another language with what main says in it: names of commands, and of who is anonymous', () => {
    const stage = new Stage(
      joined(
        transitions.arrived(
          transitions.emptyRegistry,
          {
            serviceId: directoryService.id,
            subject: 'subject-1',
            profile: {},
            identities: [],
            isAnonymous: true,
            sessionKept: 'disk',
          },
          { newId: idOf(1), nowMs: 1, activate: true },
        ).registry,
        2,
      ),
    );
    stage.language = 'de';
    stage.feed.languageChanged();
    expect(stage.changes).toEqual([
      {
        revision: 1,
        language: 'de',
        keys: { commands: [], isGlobalKeyRefused: false },
        users: [expect.objectContaining({ id: idOf(1), name: 'Anonym 1' })],
      },
    ]);
  });

  it('sends no users with a switch', () => {
    const stage = new Stage(joined(joined(transitions.emptyRegistry, 1), 2));
    stage.move(transitions.switchedTo(stage.registry, idOf(1)));
    expect(stage.changes).toEqual([{ revision: 1, active: { id: idOf(1) } }]);
  });

  it('does not look at any other account on a switch', () => {
    const looked: string[] = [];
    class WatchedUsers extends Map<UserId, User> {
      override [Symbol.iterator]() {
        looked.push('all');
        return super[Symbol.iterator]();
      }
      override get(id: UserId) {
        looked.push(id);
        return super.get(id);
      }
    }
    const registry = joined(joined(transitions.emptyRegistry, 1), 2);
    const stage = new Stage({ ...registry, users: new WatchedUsers(registry.users) });
    const after = transitions.switchedTo(stage.registry, idOf(1));
    looked.length = 0;
    stage.move(after);
    expect(looked).toEqual([]);
  });

  it('sends the one user that changed', () => {
    const stage = new Stage(joined(joined(transitions.emptyRegistry, 1), 2));
    stage.move(transitions.loggedOut(stage.registry, idOf(1), { succession: 'nobody' }), idOf(1));
    expect(stage.changes).toHaveLength(1);
    expect(stage.changes[0]?.users?.map(({ id, state }) => [id, state])).toEqual([[idOf(1), 'loggedOut']]);
    expect(stage.changes[0]).not.toHaveProperty('order');
    expect(stage.changes[0]).not.toHaveProperty('active');
  });

  it('renames the others too when two names become equal, and when they no longer are', () => {
    const stage = new Stage(joined(transitions.emptyRegistry, 1, 'Ada'));
    stage.move(joined(stage.registry, 2, 'Ada'), idOf(2));
    expect(stage.changes[0]?.users?.map(({ name }) => name).toSorted()).toEqual([
      'Ada · person-1@example.test',
      'Ada · person-2@example.test',
    ]);
    stage.move(transitions.removed(stage.registry, idOf(2), { succession: 'mostRecent' }), idOf(2));
    expect(stage.changes[1]?.users?.map(({ name }) => name)).toEqual(['Ada']);
    expect(stage.changes[1]?.order).toEqual([idOf(1)]);
  });

  it('marks the accounts that a change of the key store concerns', () => {
    const stage = new Stage(joined(joined(transitions.emptyRegistry, 1), 2));
    stage.protection = { kind: 'unprotected' };
    stage.feed.sessionStorageChanged();
    expect(stage.changes[0]?.sessionStorage).toEqual({ kind: 'unprotected' });
    expect(stage.changes[0]?.users).toHaveLength(2);
    stage.feed.sessionStorageChanged();
    expect(stage.changes[1]).not.toHaveProperty('users');
  });

  it('tells of a service that stopped answering, and nothing when that is known', () => {
    const stage = new Stage(joined(transitions.emptyRegistry, 1));
    const announced = { users: [idOf(1)], isOrderChanged: false, isActiveChanged: false };
    stage.unreachable.add(idOf(1));
    stage.feed.registryChanged(announced);
    stage.feed.registryChanged(announced);
    expect(stage.changes.map(({ users }) => users?.[0]?.attention)).toEqual([['unreachable']]);
  });

  it('tells of a session that ends soon', () => {
    const stage = new Stage(joined(transitions.emptyRegistry, 1));
    stage.endingSoon.add(idOf(1));
    stage.feed.registryChanged({ users: [idOf(1)], isOrderChanged: false, isActiveChanged: false });
    expect(stage.changes.map(({ users }) => users?.[0]?.attention)).toEqual([['sessionEndsSoon']]);
  });

  it('tells of services, and of names with a service in them', () => {
    const withOthers = (number: number, serviceId: Service['id']) =>
      transitions.arrived(
        stage.registry,
        {
          serviceId,
          subject: `subject-${number}`,
          profile: { name: 'Ada', email: 'ada@example.test' },
          identities: [],
          isAnonymous: false,
          sessionKept: 'disk',
        },
        { newId: idOf(number), nowMs: number, activate: true },
      ).registry;
    const shop: Service = {
      id: serviceIdSchema.parse('service-shop'),
      kind: 'appServices',
      name: 'Shop',
      baseUrl: 'https://services.example.test',
      appId: 'shop',
    };
    const stage = new Stage();
    stage.services = [directoryService, shop];
    stage.feed.servicesChanged();
    expect(stage.changes.splice(0)).toEqual([{ revision: 1, services: [directoryService, shop] }]);
    stage.move(withOthers(1, directoryService.id), idOf(1));
    stage.move(withOthers(2, shop.id), idOf(2));
    expect(stage.feed.viewOf(idOf(2))?.name).toBe('Ada · ada@example.test · Shop');
    stage.changes.length = 0;
    stage.services = [directoryService, { ...shop, name: 'Store' }];
    stage.feed.servicesChanged();
    expect(stage.changes).toMatchObject([{ services: [{}, { name: 'Store' }], users: [{ id: idOf(2) }] }]);
    expect(stage.feed.viewOf(idOf(2))?.name).toBe('Ada · ada@example.test · Store');
    // Its accounts outlive the description of a service that was lost.
    stage.services = [directoryService];
    stage.feed.servicesChanged();
    expect(stage.feed.viewOf(idOf(2))?.name).toBe('Ada · ada@example.test · service-shop');
  });

  it('tells in a snapshot who was active last, where nobody is', () => {
    const stage = new Stage(joined(joined(transitions.emptyRegistry, 1), 2));
    expect(stage.feed.snapshot().lastActiveId).toBeUndefined();
    const options = { succession: 'nobody', because: 'sessionRevoked' } as const;
    stage.move(transitions.loggedOut(stage.registry, idOf(2), options), idOf(2));
    expect(stage.feed.snapshot()).toMatchObject({ activeId: undefined, lastActiveId: idOf(2) });
  });

  it('has the first rows as the list shows them: grouped by service where that is chosen', () => {
    const clinic = { ...directoryService, id: clinicId, name: 'Clinic' };
    const stage = new Stage(joined(joined(joined(transitions.emptyRegistry, 3), 1), 2));
    stage.services = [directoryService, clinic];
    const rows = (count: number) => stage.feed.firstRows(count).map(({ id }) => id);
    expect(rows(2)).toEqual([idOf(3), idOf(1)]);
    stage.settings = { ...defaultSettings, groupsByService: true };
    expect(rows(2)).toEqual([idOf(1), idOf(2)]);
    expect(stage.feed.shownOrder, 'worked out once').toBe(stage.feed.shownOrder);
    stage.move(moved(stage.registry, idOf(2), { side: 'before', userId: idOf(1) }));
    expect(rows(2), 'after a move').toEqual([idOf(2), idOf(1)]);
    stage.services = [clinic, directoryService];
    expect(rows(1), 'with services in another order').toEqual([idOf(3)]);
    expect(
      stage.feed.snapshot().users.map(({ id }) => id),
      'as a snapshot has them',
    ).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  it('adds up: a window that applied every change shows what a fresh snapshot shows', () => {
    const step = fc.record({
      kind: fc.constantFrom(
        'join',
        'join inactive',
        'switch',
        'log out',
        'remove',
        'rename',
        'move',
        'colour',
        'key store',
        'service',
        'group',
      ),
      number: fc.integer({ min: 1, max: 5 }),
      name: fc.constantFrom('Ada', 'Grace', ''),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const stage = new Stage();
        let shown: Snapshot = stage.feed.snapshot();
        for (const { kind, number, name } of steps) {
          const { registry } = stage;
          const id = idOf(number);
          if (kind === 'join') stage.move(joined(registry, number, name), id);
          if (kind === 'join inactive') stage.move(joined(registry, number, name, false), id);
          if (kind === 'switch') stage.move(transitions.switchedTo(registry, id));
          if (kind === 'log out')
            stage.move(transitions.loggedOut(registry, id, { succession: 'mostRecent' }), id);
          if (kind === 'remove') stage.move(transitions.removed(registry, id, { succession: 'nobody' }), id);
          if (kind === 'rename') stage.move(transitions.renamed(registry, id, name), id);
          if (kind === 'move') stage.move(moved(registry, id, { side: 'before', userId: idOf(1) }));
          if (kind === 'colour')
            stage.move(transitions.recoloured(registry, id, name === '' ? undefined : 'teal'), id);
          if (kind === 'key store') {
            const isProtected = stage.protection.kind === 'protected';
            stage.protection = isProtected
              ? { kind: 'unprotected' }
              : { kind: 'protected', by: 'secretService', isAnother: false };
            stage.feed.sessionStorageChanged();
          }
          if (kind === 'service') {
            stage.services = [{ ...directoryService, name: name === '' ? 'Here' : name }];
            stage.feed.servicesChanged();
          }
          if (kind === 'group') {
            stage.settings = { ...defaultSettings, groupsByService: number > 2 };
            stage.feed.settingsChanged();
          }
          for (const change of stage.changes.splice(0)) shown = applied(shown, changeSchema.parse(change));
          // Who was active last is told once, by a snapshot; a window that was there has seen it.
          const { lastActiveId: _past, ...fresh } = snapshotSchema.parse(stage.feed.snapshot());
          expect(shown).toEqual(fresh);
        }
      }),
    );
  });

  it('says what a link asks for, and that it is not asked any more', () => {
    const stage = new Stage();
    stage.linkAsk = { kind: 'switch', id: 'link-1', userId: idOf(1) };
    stage.feed.linkChanged();
    expect(stage.feed.snapshot().linkAsk).toEqual(stage.linkAsk);
    stage.linkAsk = undefined;
    stage.feed.linkChanged();
    expect(stage.changes).toEqual([
      { revision: 1, link: { ask: { kind: 'switch', id: 'link-1', userId: idOf(1) } } },
      { revision: 2, link: { ask: undefined } },
    ]);
  });
});
