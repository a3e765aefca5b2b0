import { expect, test, vi } from 'vitest';
import { done, succeed } from '../../outcome.ts';
import { serviceIdSchema, userIdSchema, type UserId } from '../../users/user.ts';
import type { LogInCircumstances, LogInStep } from '../identity-provider.ts';
import type { WebsiteService } from '../service.ts';
import { createWebsiteProvider, type SignInPage } from './website-provider.ts';

const service: WebsiteService = {
  id: serviceIdSchema.parse('site'),
  kind: 'website',
  name: 'Example',
  url: 'https://example.org/',
  signInOrigins: [],
};
const newId = userIdSchema.parse('user-0001');
const knownId = userIdSchema.parse('user-0002');

/** A website whose page is a fake: it is opened, may say that somebody is signed in, and is closed. */
const stage = () => {
  let cookieCame = (): void => undefined;
  const close = vi.fn<SignInPage['close']>();
  const opened: UserId[] = [];
  const provider = createWebsiteProvider({
    service,
    pages: {
      open: (workspaceId) => {
        opened.push(workspaceId);
        return { signedIn: new Promise((settle) => (cookieCame = settle)), close };
      },
    },
    random: { newUserId: () => newId, newOpaqueId: () => 'opaque-1' },
  });
  const abort = new AbortController();
  let confirm = (): void => undefined;
  const steps: LogInStep[] = [];
  const circumstances = (own: Partial<LogInCircumstances> = {}): LogInCircumstances => ({
    cancellation: abort.signal,
    confirmed: new Promise((settle) => (confirm = settle)),
    onStep: (step) => steps.push(step),
    giveBack: () => undefined,
    ...own,
  });
  return {
    provider,
    opened,
    close,
    steps,
    circumstances,
    cancel: () => abort.abort(),
    confirm: () => confirm(),
    cookieCame: () => cookieCame(),
  };
};

const asMia = { kind: 'website', name: ' Mia ' } as const;

test('the person says who they are, signs in on the page, and says that too', async () => {
  const { provider, circumstances, confirm, opened, steps, close } = stage();
  const login = provider.logIn(asMia, circumstances());
  expect(opened).toEqual([newId]);
  expect(steps).toEqual([{ kind: 'page', workspaceId: newId }]);
  confirm();
  expect(await login).toEqual(
    succeed({
      session: { accessToken: 'opaque-1', subject: 'mia' },
      subject: 'mia',
      profile: { name: 'Mia' },
      identities: [],
      isAnonymous: false,
      isProvenNow: false,
      newUserId: newId,
    }),
  );
  expect(close.mock.calls).toEqual([[true]]);
});

test('the cookie of the site says it where it has one', async () => {
  const { provider, circumstances, cookieCame, close } = stage();
  const login = provider.logIn(asMia, circumstances());
  cookieCame();
  expect((await login).ok).toBe(true);
  expect(close.mock.calls).toEqual([[true]]);
});

test('a sign-in that is cancelled leaves nobody and nothing', async () => {
  const { provider, circumstances, cancel, close } = stage();
  const login = provider.logIn(asMia, circumstances());
  cancel();
  expect(await login).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(close.mock.calls).toEqual([[false]]);
});

test('one that was cancelled before it began is cancelled too', async () => {
  const { provider, circumstances, cancel } = stage();
  cancel();
  expect(await provider.logIn(asMia, circumstances())).toEqual({ ok: false, error: { code: 'cancelled' } });
});

test('a name that is known signs in in that user’s own workspace', async () => {
  const { provider, circumstances, confirm, opened } = stage();
  const login = provider.logIn(
    { kind: 'website', name: 'MIA' },
    circumstances({ userIdOf: (subject) => (subject === 'mia' ? knownId : undefined) }),
  );
  confirm();
  expect(opened).toEqual([knownId]);
  expect(await login).toMatchObject({ value: { subject: 'mia', newUserId: knownId } });
});

test('whoever signs in again stays who they were, whatever Hotseat calls them now', async () => {
  const { provider, circumstances, confirm } = stage();
  const login = provider.logIn(
    { kind: 'website', name: 'The tall one' },
    circumstances({ expected: { subject: 'mia', name: 'Mia' }, userIdOf: () => knownId }),
  );
  confirm();
  expect(await login).toMatchObject({ value: { subject: 'mia', profile: { name: 'Mia' } } });
});

test.each(['', '  ', '\u202e'])('a name that says nothing (%j) opens no page', async (name) => {
  const { provider, circumstances, opened } = stage();
  expect(await provider.logIn({ kind: 'website', name }, circumstances())).toEqual({
    ok: false,
    error: { code: 'invalidInput', field: 'name', problem: 'empty' },
  });
  expect(opened).toEqual([]);
});

test('it has no other way in, no origin for a token, and nothing to revoke', async () => {
  const { provider, circumstances } = stage();
  expect(await provider.logIn({ kind: 'browser' }, circumstances())).toMatchObject({
    error: { code: 'conflict', with: 'notOffered' },
  });
  expect(await provider.apiOrigins()).toEqual([]);
  expect(await provider.revoke({ kind: 'accessToken', token: 'opaque-1' })).toEqual(done);
  const session = { accessToken: 'opaque-1', subject: 'mia' };
  expect(await provider.refresh(session)).toEqual(succeed(session));
});
