import { randomUUID } from 'node:crypto';
import { createManualTimers, type ManualTimers } from '../../../../app/testing/manual-timers.ts';
import type {
  IdentityProvider,
  Login,
  LogInCircumstances,
  LogInStep,
} from '../../../../app/identity/identity-provider.ts';
import type { OpenIdConnectService } from '../../../../app/identity/service.ts';
import { done, fail, type Outcome } from '../../../../app/outcome.ts';
import type { Log } from '../../../../app/ports.ts';
import { serviceIdSchema } from '../../../../app/users/user.ts';
import { createBoundedFetch } from '../../../network/bounded-fetch.ts';
import type { GrantedTokens } from '../conversation.ts';
import { createOpenIdConnectProvider } from '../provider.ts';
import { clientId } from './openid-provider.ts';

export const canary = (user: string, kind: string): string => `CANARY-${user}-${kind}-${randomUUID()}`;

/** The provider under test, on the real network of this computer, and everything that it let out. */
export interface SigningIn {
  readonly provider: IdentityProvider;
  readonly timers: ManualTimers;
  readonly steps: readonly LogInStep[];
  readonly opened: readonly string[];
  readonly givenBack: readonly GrantedTokens[];
  readonly requested: readonly string[];
  /** The page that the nth login, from 0, asks the person to go to. */
  readonly pageOf: (index?: number) => Promise<string>;
  readonly logIn: (circumstances?: Partial<LogInCircumstances>) => Promise<Outcome<Login>>;
  readonly logInByDevice: (circumstances?: Partial<LogInCircumstances>) => Promise<Outcome<Login>>;
  /** Lines of the log. */
  readonly logged: readonly Parameters<Log['warn']>[];
  /** Everything where no secret may be: addresses, log lines, what was answered. */
  readonly said: () => string;
  /** Secrets that were said nevertheless: those that were granted, and whatever is one by its name. */
  readonly leaks: () => readonly string[];
}

const secretParameters = ['code', 'code_verifier', 'refresh_token', 'token', 'device_code', 'client_secret'];

export interface SigningInOptions {
  readonly issuer: string;
  readonly service?: Partial<OpenIdConnectService>;
  readonly clientSecret?: string | undefined;
  readonly isBrowserMissing?: boolean;
}

export const openSigningIn = ({
  issuer,
  service,
  clientSecret,
  isBrowserMissing = false,
}: SigningInOptions): SigningIn => {
  const timers = createManualTimers();
  const steps: LogInStep[] = [];
  const opened: string[] = [];
  const givenBack: GrantedTokens[] = [];
  const requested: string[] = [];
  const logged: Parameters<Log['warn']>[] = [];
  const said: string[] = [];
  const secrets: string[] = clientSecret === undefined ? [] : [clientSecret];

  /** The network, watched. */
  const fetchAndWatch = async (url: string, init: RequestInit): Promise<Response> => {
    requested.push(`${init.method ?? 'GET'} ${url}`);
    const { body } = init;
    const sent = body instanceof URLSearchParams ? secretParameters.map((name) => body.get(name) ?? '') : [];
    secrets.push(...sent.filter((secret) => secret !== ''));
    const response = await fetch(url, init);
    const text = await response.clone().text();
    for (const [, secret] of text.matchAll(/"(?:access|refresh|id)_token":\s*"([^"]+)"/g)) {
      if (secret !== undefined) secrets.push(secret);
    }
    return response;
  };

  const provider = createOpenIdConnectProvider({
    service: {
      id: serviceIdSchema.parse('issuer'),
      kind: 'openIdConnect',
      name: 'Issuer',
      issuer,
      clientId,
      hasClientSecret: clientSecret !== undefined,
      scopes: ['openid', 'profile', 'email', 'offline_access'],
      apiOrigins: [],
      otherOrigins: [],
      ways: ['browser', 'deviceCode'],
      ...service,
    },
    clientSecret: () => Promise.resolve(clientSecret),
    fetch: createBoundedFetch({ fetch: fetchAndWatch, timers: createManualTimers() }),
    clock: { nowMs: () => Date.now() },
    timers,
    browser: {
      open: (url) => {
        opened.push(url);
        return Promise.resolve(isBrowserMissing ? fail({ code: 'unexpected' }) : done);
      },
    },
    log: { warn: (...line) => logged.push(line) },
  });

  const logInBy = async (
    kind: 'browser' | 'deviceCode',
    circumstances: Partial<LogInCircumstances>,
  ): Promise<Outcome<Login>> => {
    const outcome = await provider.logIn(
      { kind },
      {
        giveBack: (tokens) => givenBack.push(tokens),
        ...circumstances,
        onStep: (step) => {
          steps.push(step);
          circumstances.onStep?.(step);
        },
      },
    );
    if (!outcome.ok) said.push(JSON.stringify(outcome.error));
    return outcome;
  };

  const everythingSaid = (): string =>
    [...said, ...opened, ...requested, JSON.stringify([steps, logged])].join('\n');

  return {
    provider,
    timers,
    steps,
    opened,
    givenBack,
    requested,
    logged,
    pageOf: async (index = 0) => {
      await until(() => opened.length > index);
      return opened[index] ?? '';
    },
    logIn: (circumstances = {}) => logInBy('browser', circumstances),
    logInByDevice: (circumstances = {}) => logInBy('deviceCode', circumstances),
    said: everythingSaid,
    leaks: () => {
      const text = everythingSaid();
      const named =
        text.match(/CANARY-\w+-(?:access|refresh|deviceCode|code|clientSecret|wrong)\b\S*/g) ?? [];
      return [...named, ...secrets.filter((secret) => text.includes(secret))];
    },
  };
};

/** Lets the network of this computer go on until something has happened. */
export const until = async (hasHappened: () => boolean): Promise<void> => {
  const beganAtMs = performance.now();
  while (!hasHappened()) {
    if (performance.now() - beganAtMs > 50_000) throw new Error('It did not happen');
    await new Promise((resolve) => setImmediate(resolve));
  }
};

export const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`Failed with ${JSON.stringify(outcome.error)}`);
  return outcome.value;
};
