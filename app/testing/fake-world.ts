import type { IdentityProvider } from '../identity/identity-provider.ts';
import { shutAtStart, type SwitchingRule } from '../desk/switching-rule.ts';
import { directoryService } from '../identity/service.ts';
import { succeed, type Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { Switcher } from '../switcher.ts';
import type { Seated } from '../sessions/admission.ts';
import { sessionSchema, type Session } from '../sessions/session.ts';
import { restoreRegistry } from '../users/restored-registry.ts';
import { isAnonymous, userIdSchema, type User, type UserId } from '../users/user.ts';
import type { Succession } from '../users/user-registry.ts';
import { FakeDisk } from './fake-disk.ts';
import { createManualTimers } from './manual-timers.ts';
import { FakeService } from './fake-service.ts';

/** The core with everything around it faked: for tests that ask what Hotseat does, not how it is stored. */
export class FakeWorld {
  readonly disk = new FakeDisk();
  readonly service: FakeService;
  readonly warnings: string[] = [];
  /** Those of the process that runs; a test that kills it gives the next one new ones. */
  timers = createManualTimers();
  nowMs = 1_000_000;
  hasAppServices = true;
  /** The service was removed, or its file was lost. */
  isServiceGone = false;
  /** It was removed, and is there only for what waits to be revoked. */
  isServiceRetired = false;
  endSessionUrl: string | undefined;
  isMetered = false;
  /** What has come in is heard at once. */
  heardAll = (): Promise<void> => Promise.resolve();
  readonly rules: { switching: SwitchingRule } = { switching: 'free' };
  readonly #turn: () => Promise<void>;
  readonly #succession: Succession;
  #ids = 0;

  constructor(
    options: {
      turn?: () => Promise<void>;
      /** Awaited by the service alone, where its answers are to come at other times. */
      serviceTurn?: () => Promise<void>;
      succession?: Succession;
    } = {},
  ) {
    this.#turn = options.turn ?? (() => Promise.resolve());
    this.#succession = options.succession ?? 'mostRecent';
    this.service = new FakeService(options.serviceTurn ?? this.#turn, () => this.nowMs);
  }

  /** Starts Hotseat on what the disk holds; `turn` of a process that has died never comes. */
  start(turn: () => Promise<void> = this.#turn): Switcher {
    const isProvable = (user: User) => !isAnonymous(user);
    const restored = restoreRegistry(this.disk.found(), shutAtStart(this.rules.switching, isProvable));
    for (const userId of restored.sessionsToErase) {
      this.disk.sessions.delete(userId);
      this.disk.sealedUnderKey.delete(userId);
    }
    this.disk.sweepOrphans(new Set([...restored.registry.order, ...restored.removalsToFinish]));
    const ports: Ports = {
      ...this.disk.ports(turn),
      timers: this.timers,
      clock: { nowMs: () => this.nowMs },
      random: {
        newUserId: () => this.#newId(),
        newOpaqueId: () => `opaque-${(this.#ids += 1)}`,
        fraction: () => 0.5,
      },
      services: {
        list: () => (this.isServiceGone || this.isServiceRetired ? [] : [directoryService]),
        providerOf: (id) =>
          id === directoryService.id && !this.isServiceGone ? this.#provider() : undefined,
      },
      connection: { isMetered: () => this.isMetered },
      heardAll: () => this.heardAll(),
      log: { warn: (event) => this.warnings.push(event) },
    };
    return new Switcher(ports, restored, { succession: this.#succession, rules: this.rules });
  }

  /** Time goes by, for the clock and for the timers alike. */
  async pass(ms: number): Promise<void> {
    await this.timers.advance(ms, (stepMs) => (this.nowMs += stepMs));
  }

  /** What a user's session is on disk; there must be one. */
  storedSessionOf(userId: UserId): Session {
    return sessionSchema.parse(JSON.parse(this.disk.sessions.get(userId) ?? '{}'));
  }

  storedAccessTokenOf(userId: UserId): string {
    return this.storedSessionOf(userId).accessToken;
  }

  #provider(): IdentityProvider {
    const { service, endSessionUrl: url } = this;
    return {
      logIn: (method) => service.logIn(method),
      refresh: (session) => service.refresh(session),
      revoke: (token) => service.revoke(token),
      apiOrigins: () => service.apiOrigins(),
      ...(this.hasAppServices && { appServices: service.appServices }),
      ...(url !== undefined && {
        endSessionUrl: async ({ email }) => succeed(`${url}?hint=${encodeURIComponent(email ?? '')}`),
      }),
    };
  }

  #newId(): UserId {
    this.#ids += 1;
    return userIdSchema.parse(`user-${String(this.#ids).padStart(6, '0')}`);
  }
}

export const logInByEmail = (
  switcher: Switcher,
  email: string,
  expectedUserId?: UserId,
): Promise<Outcome<Seated>> =>
  switcher.logIn({
    serviceId: directoryService.id,
    method: { kind: 'emailPassword', email, password: 'secret' },
    expectedUserId,
  });

export const logInAnonymously = (switcher: Switcher, isReused = true): Promise<Outcome<Seated>> =>
  switcher.logIn({ serviceId: directoryService.id, method: { kind: 'anonymous', isReused } });

/** The value of an outcome that must have succeeded. */
export const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`expected success, got ${outcome.error.code}`);
  return outcome.value;
};
