import type { ApiKey, AppServicesCalls, LogInMethod } from '../identity/identity-provider.ts';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import type { FakeAccount, FakeService } from './fake-service.ts';

const rejected = fail({ code: 'authenticationRejected' });

/** What the server of the protocol says about a key that is not the user's own (peer case T35). */
const noSuchKey = fail({ code: 'serverError', status: 404, text: 'API key not found' });

/** The App Services calls of a service in memory. */
export const fakeAppServices = (service: FakeService): AppServicesCalls => {
  const keys = new Map<string, ApiKey & { readonly owner: string }>();

  const asAccount = <T>(
    call: string,
    accessToken: string,
    work: (account: FakeAccount) => Outcome<T>,
  ): Promise<Outcome<T>> =>
    service.answer(call, accessToken, () => {
      const account = service.accountOf(service.grants.subjectOf(accessToken));
      return account ? work(account) : rejected;
    });

  const asOwner = <T>(
    call: string,
    refreshToken: string,
    work: (owner: string) => Outcome<T>,
  ): Promise<Outcome<T>> =>
    service.answer(call, refreshToken, () => {
      const owner = service.grants.subjectOfRefresh(refreshToken);
      return owner === undefined ? rejected : work(owner);
    });

  const ownKey = (owner: string, id: string) => {
    const key = keys.get(id);
    return key?.owner === owner ? key : undefined;
  };

  return {
    createAccount: (account) => service.answer('createAccount', undefined, () => service.create(account)),
    ask: ({ kind }) => service.answer(`ask ${kind}`, undefined, () => done),
    deleteAccount: (accessToken) =>
      asAccount('deleteAccount', accessToken, ({ subject }) => {
        service.deleteAccount(subject);
        return done;
      }),
    callFunction: (accessToken, name) =>
      asAccount(`callFunction ${name}`, accessToken, ({ subject }) => succeed(subject)),
    profile: (accessToken) =>
      asAccount('profile', accessToken, (account) => succeed(service.profileOf(account))),
    link: (accessToken, method) =>
      asAccount('link', accessToken, (account) => {
        // Sessions of the protocol have refresh tokens, always: others cannot link.
        if (!service.grants.hasRefreshToken(accessToken))
          return fail({ code: 'conflict', with: 'notOffered' });
        const linked = linkTo(service, account, method);
        return linked.ok ? succeed(service.grants.renewAccess(accessToken)) : linked;
      }),
    apiKeys: {
      list: (refreshToken) =>
        asOwner('listKeys', refreshToken, (owner) =>
          succeed([...keys.values()].filter((key) => key.owner === owner).map(keyOnly)),
        ),
      create: (refreshToken, name) =>
        asOwner('createKey', refreshToken, (owner) => {
          const key = { id: service.next('keyId'), name, isDisabled: false, owner };
          keys.set(key.id, key);
          return succeed({ apiKey: keyOnly(key), key: service.next('apiKey') });
        }),
      setEnabled: (refreshToken, id, isEnabled) =>
        asOwner('setKeyEnabled', refreshToken, (owner) => {
          const key = ownKey(owner, id);
          if (!key) return noSuchKey;
          keys.set(id, { ...key, isDisabled: !isEnabled });
          return done;
        }),
      delete: (refreshToken, id) =>
        asOwner('deleteKey', refreshToken, (owner) => {
          if (!ownKey(owner, id)) return noSuchKey;
          keys.delete(id);
          return done;
        }),
    },
    customDataOf: (accessToken) => {
      const subject = service.grants.subjectOf(accessToken);
      return subject === undefined ? undefined : { of: subject };
    },
  };
};

const keyOnly = ({ id, name, isDisabled }: ApiKey): ApiKey => ({ id, name, isDisabled });

const linkTo = (service: FakeService, account: FakeAccount, method: LogInMethod): Outcome<void> => {
  if (method.kind !== 'emailPassword') return rejected;
  const { email, password } = method;
  if (service.accountByEmail(email)) return fail({ code: 'conflict', with: 'identityLinked' });
  account.email = email;
  account.password = password;
  account.identities.push({ id: email, providerType: 'local-userpass' });
  return done;
};
