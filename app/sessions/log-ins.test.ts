import { describe, expect, it } from 'vitest';
import type { IdentityProvider, LogInCircumstances, LogInStep } from '../identity/identity-provider.ts';
import { directoryService } from '../identity/service.ts';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import { FakeService } from '../testing/fake-service.ts';
import { removalScene, someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import { serviceIdSchema, withoutSession, type ServiceId, type User, type UserId } from '../users/user.ts';
import type { AdmissionTerms } from './admission.ts';
import { LogIns, type Accompaniment } from './log-ins.ts';

const serviceId = directoryService.id;
const elsewhere = serviceIdSchema.parse('elsewhere');
const newcomer = someUser(90).id;
const unknownId = someUser(91).id;

const ana = someUser(1);
const anonymous = someUser(2, { anonymousNumber: 1 });

const byEmail = { kind: 'emailPassword', email: 'ana@example.org', password: 'secret' } as const;
const reusing = { kind: 'anonymous', isReused: true } as const;
const account = { email: 'new@example.org', password: 'secret' };
const cancellation = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

/** A service that lets anybody in; what it was asked with, and what became of it, is noted. */
const scene = (
  users: readonly User[],
  options: {
    readonly refusal?: Outcome<never>;
    readonly switching?: Outcome<void>;
    readonly hasAppServices?: boolean;
  } = {},
) => {
  const { refusal, switching = done, hasAppServices = true } = options;
  const service = new FakeService();
  service.addAccount(byEmail.email, byEmail.password);
  const asked: LogInCircumstances[] = [];
  const provider: IdentityProvider = {
    logIn: (method, circumstances) => {
      asked.push(circumstances);
      return service.logIn(method);
    },
    refresh: (session) => service.refresh(session),
    revoke: (token) => service.revoke(token),
    apiOrigins: () => service.apiOrigins(),
    ...(hasAppServices && { appServices: service.appServices }),
  };
  const admitted: AdmissionTerms[] = [];
  const switched: UserId[] = [];
  const givenBack: [ServiceId, unknown][] = [];
  const logIns = new LogIns(
    { list: () => [directoryService], providerOf: () => provider },
    removalScene(users).kept,
    {
      admit: async (_login, terms) => {
        admitted.push(terms);
        return succeed({ userId: newcomer, seat: 'inactive' });
      },
      switchTo: async (userId) => {
        switched.push(userId);
        return switching;
      },
      refusalOfLeaving: () => refusal,
      giveBack: (id, session) => givenBack.push([id, session]),
    },
  );
  /** What a login here goes to its service with. */
  const circumstancesOf = async (accompaniment: Accompaniment = {}, expectedUserId?: UserId) => {
    await logIns.logIn({ serviceId, method: byEmail, expectedUserId }, accompaniment);
    const [circumstances] = asked;
    if (!circumstances) throw new Error('the service was not asked');
    return circumstances;
  };
  return { logIns, service, asked, admitted, switched, givenBack, circumstancesOf };
};

describe('an anonymous login that takes who is there', () => {
  it.each<[what: string, expectedUserId: UserId | undefined]>([
    ['is a switch to the anonymous user', undefined],
    ['is a switch also for that very user, who logs in again', anonymous.id],
  ])('%s', async (_what, expectedUserId) => {
    const { logIns, asked, switched } = scene([ana, anonymous]);
    const login = await logIns.logIn({ serviceId, method: reusing, expectedUserId }, {});
    expect(login).toEqual(succeed({ userId: anonymous.id, seat: 'active' }));
    expect([switched, asked]).toEqual([[anonymous.id], []]);
  });

  it('comes to what the switch comes to', async () => {
    const locked = fail({ code: 'locked' });
    const { logIns } = scene([anonymous], { switching: locked });
    expect(await logIns.logIn({ serviceId, method: reusing }, {})).toEqual(locked);
  });

  it.each<[who: string, user: User]>([
    ['has a name', ana],
    ['is at another service', someUser(2, { anonymousNumber: 1, serviceId: elsewhere })],
    ['is logged out', { ...withoutSession(anonymous), state: 'loggedOut' }],
  ])('does not take who %s', async (_who, user) => {
    const { logIns, asked, switched } = scene([user]);
    const login = await logIns.logIn({ serviceId, method: reusing }, {});
    expect(login).toEqual(succeed({ userId: newcomer, seat: 'inactive' }));
    expect([switched, asked.length]).toEqual([[], 1]);
  });
});

describe('nobody is asked for a password', () => {
  it('to log in again as a user who is gone', async () => {
    const { logIns, service } = scene([ana]);
    const login = logIns.logIn({ serviceId, method: byEmail, expectedUserId: unknownId }, {});
    expect(await login).toEqual(fail({ code: 'userNotFound' }));
    expect(service.requests).toEqual([]);
  });

  it('for a new account where the seat may not be left', async () => {
    const refusal = fail({ code: 'conflict', with: 'noWayToUnlock' });
    const { logIns, service } = scene([ana], { refusal });
    expect(await logIns.createAccount({ serviceId, account }, undefined)).toEqual(refusal);
    expect(service.requests).toEqual([]);
  });

  it('for a new account at a service that makes none', async () => {
    const { logIns, service } = scene([], { hasAppServices: false });
    const creating = logIns.createAccount({ serviceId, account }, undefined);
    expect(await creating).toEqual(fail({ code: 'conflict', with: 'notOffered' }));
    expect(service.requests).toEqual([]);
  });
});

describe('what goes to the service with a login', () => {
  it('is what the login is accompanied by', async () => {
    const steps: LogInStep[] = [];
    const onStep = (step: LogInStep) => steps.push(step);
    const confirmed = Promise.resolve();
    const circumstances = await scene([]).circumstancesOf({ cancellation, onStep, confirmed });
    circumstances.onStep?.({ kind: 'page', workspaceId: ana.id });
    expect(steps).toEqual([{ kind: 'page', workspaceId: ana.id }]);
    expect(circumstances.confirmed).toBe(confirmed);
    expect(circumstances.cancellation).toBe(cancellation);
  });

  it('is the cancellation of a new account too, and of its admission', async () => {
    const { logIns, asked, admitted } = scene([]);
    await logIns.createAccount({ serviceId, account }, cancellation);
    expect(asked.map((circumstances) => circumstances.cancellation)).toEqual([cancellation]);
    expect(admitted).toEqual([{ serviceId, epoch: 0, cancellation }]);
  });

  it('is no step to be told of where nobody wants to hear it', async () => {
    expect(await scene([]).circumstancesOf()).not.toHaveProperty('onStep');
  });

  it('is who is expected, as the service knows them, or nobody', async () => {
    const named = someUser(1, { profile: { email: 'ana@example.org', name: 'Ana' } });
    const again = await scene([named]).circumstancesOf({}, named.id);
    expect(again.expected).toEqual({ subject: 'subject-1', email: 'ana@example.org', name: 'Ana' });
    expect(await scene([named]).circumstancesOf()).toMatchObject({ expected: undefined });
  });

  it('is whose a subject is, among the users of that service', async () => {
    const stranger = someUser(3, { serviceId: elsewhere });
    const circumstances = await scene([ana, stranger]).circumstancesOf();
    const subjects = [ana.subject, stranger.subject, 'subject-unknown'];
    expect(subjects.map((subject) => circumstances.userIdOf?.(subject))).toEqual([
      ana.id,
      undefined,
      undefined,
    ]);
  });

  it('is who of them is locked', async () => {
    const locked = someUser(3, { isLocked: true });
    const circumstances = await scene([ana, locked]).circumstancesOf();
    expect([locked.id, ana.id, unknownId].map((id) => circumstances.isLocked?.(id))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is a way to give back what a login that failed was granted there', async () => {
    const { circumstancesOf, givenBack } = scene([]);
    const circumstances = await circumstancesOf();
    circumstances.giveBack(someSession);
    expect(givenBack).toEqual([[serviceId, someSession]]);
  });
});
