import { describe, expect, it } from 'vitest';
import { directoryService } from './identity/service.ts';
import type { LogInMethod } from './identity/identity-provider.ts';
import { FakeWorld, logInAnonymously, logInByEmail, valueOf } from './testing/fake-world.ts';
import { settled } from './testing/manual-timers.ts';
import { Turns } from './testing/turns.ts';
import { activeIdOf, errorOf, twoUsers, unknownId } from './testing/worlds.ts';
import { serviceIdSchema } from './users/user.ts';

const emailPassword = (email: string): LogInMethod => ({ kind: 'emailPassword', email, password: 'secret' });

describe('requests about an account', () => {
  it('T18: linking adds an identity to the same user, who is no longer the anonymous one', async () => {
    const world = new FakeWorld();
    const switcher = world.start();
    const { userId } = valueOf(await logInAnonymously(switcher));
    const subject = switcher.registry.users.get(userId)?.subject;
    const linked = valueOf(await switcher.accounts.linkIdentity(userId, emailPassword('ana@example.org')));
    expect(linked.identities.map(({ providerType }) => providerType)).toEqual([
      'anon-user',
      'local-userpass',
    ]);
    expect(switcher.registry.users.get(userId)).toMatchObject({
      subject,
      profile: { email: 'ana@example.org' },
      initials: 'AN',
    });
    expect(switcher.registry.users.get(userId)?.anonymousNumber).toBeUndefined();
    expect(valueOf(await logInAnonymously(switcher)).userId, 'another anonymous user').not.toBe(userId);
    expect(valueOf(await logInByEmail(switcher, 'ana@example.org')).userId, 'the same user').toBe(userId);
    valueOf(await switcher.logOut(userId));
    expect(switcher.stateOf(userId)).toBe('loggedOut');
    expect(world.start().registry.users.get(userId)?.anonymousNumber).toBeUndefined();
  });

  it('T18: an anonymous user that got a name elsewhere has it after a login by that identity', async () => {
    const world = new FakeWorld();
    const switcher = world.start();
    const { userId } = valueOf(await logInAnonymously(switcher));
    const token = world.storedAccessTokenOf(userId);
    valueOf(await world.service.appServices.link(token, emailPassword('ana@example.org')));
    expect(valueOf(await logInByEmail(switcher, 'ana@example.org')).userId).toBe(userId);
    expect(switcher.registry.users.get(userId)).toMatchObject({ initials: 'AN' });
    expect(switcher.registry.users.get(userId)?.anonymousNumber).toBeUndefined();
  });

  it('T19: the token of the linking user is sent even when another is active, and its new one is kept', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    const token = world.storedAccessTokenOf(ana);
    world.service.grants.accessLifeMs = 30 * 60_000;
    valueOf(await switcher.accounts.linkIdentity(ana, emailPassword('ana@elsewhere.example')));
    expect(activeIdOf(switcher)).toBe(ben);
    expect(world.service.requests.find(({ call }) => call === 'link')?.token).toBe(token);
    await switcher.close();
    expect(world.storedAccessTokenOf(ana)).not.toBe(token);
    expect(world.storedSessionOf(ana).accessExpiresAtMs, 'with its own end').toBe(world.nowMs + 30 * 60_000);
    expect(world.service.countOf('refresh')).toBe(0);
  });

  it('T19: somebody who is not logged in cannot link, and nothing is asked', async () => {
    const { world, switcher, ana } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    expect(await errorOf(switcher.accounts.linkIdentity(ana, emailPassword('a@b.example')))).toBe(
      'userLoggedOut',
    );
    expect(world.service.countOf('link')).toBe(0);
  });

  it('linking what belongs to somebody else is a conflict, and changes nobody', async () => {
    const { switcher, ana } = await twoUsers();
    const before = switcher.registry;
    expect(await switcher.accounts.linkIdentity(ana, emailPassword('ben@example.org'))).toEqual({
      ok: false,
      error: { code: 'conflict', with: 'identityLinked' },
    });
    expect(switcher.registry).toBe(before);
  });

  it('a link that answers after a log out and a new login leaves the new session as it is', async () => {
    const turns = new Turns();
    let isHeld = false;
    const world = new FakeWorld({ serviceTurn: () => (isHeld ? turns.turn() : Promise.resolve()) });
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    isHeld = true;
    const linking = switcher.accounts.linkIdentity(ana, emailPassword('ana@elsewhere.example'));
    await settled();
    isHeld = false;
    valueOf(await switcher.logOut(ana));
    valueOf(await logInByEmail(switcher, 'ana@elsewhere.example'));
    turns.release(0);
    await linking;
    await switcher.close();
    expect(world.service.countOf('refresh'), 'its own token was good all along').toBe(0);
    expect(world.service.grants.subjectOf(world.storedAccessTokenOf(ana))).toBe(
      switcher.registry.users.get(ana)?.subject,
    );
  });

  it('a refreshed profile is that of the service, after one refresh, and survives a restart', async () => {
    const { world, switcher, ana } = await twoUsers();
    const account = world.service.accountByEmail('ana@example.org');
    if (account) account.name = 'Ana Alvarez';
    const details = valueOf(await switcher.accounts.refreshProfile(ana));
    const subject = switcher.registry.users.get(ana)?.subject;
    expect(details).toMatchObject({ subject, customData: { of: subject } });
    expect([world.service.countOf('refresh'), world.service.countOf('profile')]).toEqual([1, 1]);
    expect(world.start().registry.users.get(ana)?.profile.name).toBe('Ana Alvarez');
  });

  it('details ask the service for nothing, and have no custom data for who is out', async () => {
    const { world, switcher, ana } = await twoUsers();
    const before = world.service.requests.length;
    const subject = switcher.registry.users.get(ana)?.subject;
    expect(valueOf(await switcher.accounts.details(ana)).customData).toEqual({ of: subject });
    expect(world.service.requests).toHaveLength(before);
    valueOf(await switcher.logOut(ana));
    expect(valueOf(await switcher.accounts.details(ana))).toEqual({
      subject,
      identities: [{ id: subject, providerType: 'local-userpass' }],
    });
    expect(await errorOf(switcher.accounts.details(unknownId))).toBe('userNotFound');
  });

  it('T35: keys are told apart by their owner; a stranger’s key is not found', async () => {
    const { switcher, ana, ben } = await twoUsers();
    const { accounts } = switcher;
    const { apiKey, key } = valueOf(await accounts.createApiKey(ana, 'script'));
    expect(key).toContain('CANARY');
    expect(valueOf(await accounts.listApiKeys(ana))).toEqual([apiKey]);
    expect(valueOf(await accounts.listApiKeys(ben))).toEqual([]);
    const notFound = { ok: false, error: { code: 'serverError', status: 404, text: 'API key not found' } };
    expect(await accounts.setApiKeyEnabled(ben, apiKey.id, false)).toEqual(notFound);
    expect(await accounts.deleteApiKey(ben, apiKey.id)).toEqual(notFound);
    valueOf(await accounts.setApiKeyEnabled(ana, apiKey.id, false));
    expect(valueOf(await accounts.listApiKeys(ana))).toEqual([{ ...apiKey, isDisabled: true }]);
    valueOf(await accounts.deleteApiKey(ana, apiKey.id));
    expect(valueOf(await accounts.listApiKeys(ana))).toEqual([]);
  });

  it('T35: keys are asked for with the refresh token of the named user', async () => {
    const { world, switcher, ana } = await twoUsers();
    valueOf(await switcher.accounts.listApiKeys(ana));
    const token = world.service.requests.find(({ call }) => call === 'listKeys')?.token;
    expect(token).toContain('refresh');
    expect(world.service.grants.subjectOfRefresh(token ?? '')).toBe(
      switcher.registry.users.get(ana)?.subject,
    );
  });

  it('T36: keys of nobody who is logged in are refused, and nothing is asked', async () => {
    const { world, switcher, ana } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    expect(await errorOf(switcher.accounts.listApiKeys(ana))).toBe('userLoggedOut');
    expect(await errorOf(switcher.accounts.createApiKey(unknownId, 'x'))).toBe('userNotFound');
    expect(world.service.countOf('listKeys') + world.service.countOf('createKey')).toBe(0);
  });

  it('a refused key request ends the session only if the refresh is refused too', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.service.failures.set('listKeys', { code: 'authenticationRejected' });
    expect(await errorOf(switcher.accounts.listApiKeys(ana))).toBe('authenticationRejected');
    expect([switcher.stateOf(ana), world.service.countOf('refresh')]).toEqual(['inactive', 1]);
    world.service.revokeSessionsOf(switcher.registry.users.get(ben)?.subject ?? '');
    expect(await errorOf(switcher.accounts.listApiKeys(ben))).toBe('userLoggedOut');
    expect(switcher.registry.users.get(ben)).toMatchObject({ because: 'sessionRevoked' });
  });

  it('a rotated refresh token is tried once more for a key request', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.grants.rotates = true;
    world.service.failures.set('listKeys', { code: 'authenticationRejected' });
    expect(await errorOf(switcher.accounts.listApiKeys(ana))).toBe('authenticationRejected');
    expect([world.service.countOf('listKeys'), world.service.countOf('refresh')]).toEqual([2, 1]);
  });

  it('what a service does not offer is a conflict; a service that is gone is not found', async () => {
    const { world, switcher, ana } = await twoUsers();
    const { accounts } = switcher;
    world.hasAppServices = false;
    const requests = world.service.requests.length;
    for (const asked of [
      accounts.refreshProfile(ana),
      accounts.linkIdentity(ana, emailPassword('a@b.example')),
      accounts.listApiKeys(ana),
      accounts.requestForEmail(directoryService.id, { kind: 'sendReset', email: 'a@b.example' }),
      accounts.endSessionUrl(ana),
    ])
      expect(await asked).toEqual({ ok: false, error: { code: 'conflict', with: 'notOffered' } });
    expect(world.service.requests).toHaveLength(requests);
    world.isServiceGone = true;
    for (const asked of [
      accounts.refreshProfile(ana),
      accounts.listApiKeys(ana),
      accounts.endSessionUrl(ana),
      accounts.requestForEmail(serviceIdSchema.parse('elsewhere'), {
        kind: 'sendReset',
        email: 'a@b.example',
      }),
      switcher.callFunction(ana, 'whoami', []),
    ])
      expect(await errorOf(asked)).toBe('serviceNotFound');
    expect(switcher.stateOf(ana)).toBe('inactive');
  });

  it('a request for an e-mail carries no token and needs nobody', async () => {
    const world = new FakeWorld();
    const { accounts } = world.start();
    valueOf(await accounts.requestForEmail(directoryService.id, { kind: 'sendReset', email: 'a@b.example' }));
    expect(world.service.requests).toEqual([{ call: 'ask sendReset' }]);
  });

  it('T18: an e-mail can be registered ahead of linking it, without logging anybody in', async () => {
    const world = new FakeWorld();
    const switcher = world.start();
    const { userId } = valueOf(await logInAnonymously(switcher));
    const requests = world.service.requests.length;
    valueOf(
      await switcher.accounts.requestForEmail(directoryService.id, {
        kind: 'register',
        email: 'ana@example.org',
        password: 'secret',
      }),
    );
    expect(world.service.requests.slice(requests)).toEqual([{ call: 'createAccount' }]);
    expect([...switcher.registry.users.keys()]).toEqual([userId]);
  });

  it('the address that ends the issuer’s session is for the named user, logged in or not', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.endSessionUrl = 'https://issuer.example/end';
    valueOf(await switcher.logOut(ana));
    expect(valueOf(await switcher.accounts.endSessionUrl(ana))).toBe(
      'https://issuer.example/end?hint=ana%40example.org',
    );
  });
});
