import { expect, test, vi } from 'vitest';
import type { FoundPolicy } from '../../app/desk/policy.ts';
import { directoryService, type Service } from '../../app/identity/service.ts';
import { done, fail } from '../../app/outcome.ts';
import { defaultSettings, type Settings } from '../../app/settings/settings.ts';
import { serviceIdSchema } from '../../app/users/user.ts';
import { DeskBook } from './desk-book.ts';

const denied = fail({ code: 'deniedByPolicy' });

const stage = (policy?: object, hasTouchId = false) => {
  const state = { found: foundOf(policy), settings: defaultSettings };
  const listeners: { settings?: () => void; policy?: () => void } = {};
  const book = new DeskBook(
    {
      get current() {
        return state.settings;
      },
      change: async () => done,
      subscribe: (listener) => {
        listeners.settings = listener;
        return () => undefined;
      },
    },
    { read: () => state.found, watch: (listener) => (listeners.policy = listener) },
    () => hasTouchId,
  );
  return {
    book,
    choose: (part: Partial<Settings>) => {
      state.settings = { ...state.settings, ...part };
      listeners.settings?.();
    },
    decree: (next?: object | string) => {
      state.found = typeof next === 'string' ? { kind: 'text', text: next } : foundOf(next);
      listeners.policy?.();
    },
  };
};

const foundOf = (policy?: object): FoundPolicy =>
  policy ? { kind: 'text', text: JSON.stringify(policy) } : { kind: 'absent' };

const shop: Service = {
  id: serviceIdSchema.parse('shop'),
  kind: 'appServices',
  name: 'Shop',
  baseUrl: 'https://shop.example.org',
  appId: 'shop-1',
};

test('the person’s own choice holds where nobody has set anything', () => {
  const { book, choose } = stage();
  choose({ switching: 'unlock', lockAfterMinutes: 15 });
  expect(book.view).toMatchObject({
    switching: 'unlock',
    lockAfterMinutes: 15,
    policy: 'none',
    setByPolicy: [],
  });
});

test('a policy holds as soon as it is there, and tells; taken away, the person’s choice holds again', () => {
  const { book, decree } = stage();
  const heard = vi.fn();
  book.subscribe(heard);
  decree({ preset: 'shared' });
  expect(book.view).toMatchObject({ switching: 'unlock', policy: 'held' });
  expect(book.view.setByPolicy).toContain('switching');
  decree({ preset: 'shared' });
  expect(heard).toHaveBeenCalledTimes(1);
  decree('{');
  expect(book.view).toMatchObject({ unlockWith: 'passphrase', policy: 'broken' });
  decree();
  expect(book.view).toMatchObject({ switching: 'free', policy: 'none' });
  expect(heard).toHaveBeenCalledTimes(3);
});

test('Touch ID is offered where the computer has it, and no passphrase is demanded', () => {
  expect(stage().book.view.offersTouchId).toBe(false);
  const { book, decree } = stage({ preset: 'shared' }, true);
  expect(book.view.offersTouchId).toBe(true);
  decree({ preset: 'strict' });
  expect(book.view.offersTouchId).toBe(false);
  decree({ unlockWith: 'pin' });
  expect(book.view.offersTouchId).toBe(true);
});

test('who may be let in', () => {
  const { book } = stage({
    allowedServices: ['directory', 'https://shop.example.org'],
    emailDomains: ['example.org'],
    maximumAccounts: 2,
  });
  const ada = { service: directoryService, email: 'ada@example.org', isKnown: false, accountCount: 1 };
  expect(book.refusalOfEntry(ada)).toBeUndefined();
  expect(book.refusalOfEntry({ ...ada, service: shop })).toBeUndefined();
  expect(book.refusalOfEntry({ ...ada, service: { ...shop, baseUrl: 'https://other.example.org' } })).toEqual(
    denied,
  );
  expect(book.refusalOfEntry({ ...ada, service: undefined })).toEqual(denied);
  expect(book.refusalOfEntry({ ...ada, email: 'ada@elsewhere.org' })).toEqual(denied);
  expect(book.refusalOfEntry({ ...ada, accountCount: 2 })).toEqual(denied);
  expect(book.refusalOfEntry({ ...ada, accountCount: 2, isKnown: true })).toBeUndefined();
});

test('which services may be added', () => {
  const { book, decree } = stage();
  expect(book.refusalOfAdding('https://anywhere.example.org/path')).toBeUndefined();
  decree({ allowedServices: ['https://shop.example.org'] });
  expect(book.refusalOfAdding('https://shop.example.org/app')).toBeUndefined();
  expect(book.refusalOfAdding('https://shop.example.org.evil.net')).toEqual(denied);
  expect(book.refusalOfAdding('not an address')).toEqual(denied);
  decree({ mayAddServices: false });
  expect(book.refusalOfAdding('https://shop.example.org')).toEqual(denied);
});

test('a service that is edited to be at another address is another service', () => {
  const { book, decree } = stage({ mayAddServices: false });
  expect(book.refusalOfEditing(shop, 'https://shop.example.org/')).toBeUndefined();
  expect(book.refusalOfEditing(shop, 'https://other.example.org')).toEqual(denied);
  expect(book.refusalOfEditing(undefined, 'https://shop.example.org')).toEqual(denied);
  decree();
  expect(book.refusalOfEditing(shop, 'https://other.example.org')).toBeUndefined();
});

test('an export is refused where the policy wants none, and shown so', () => {
  const { book, decree } = stage();
  expect([book.view.mayExport, book.refusalOfExport()]).toEqual([true, undefined]);
  decree({ mayExport: false });
  expect([book.view.mayExport, book.refusalOfExport()]).toEqual([false, denied]);
});
