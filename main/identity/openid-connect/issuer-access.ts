import * as client from 'openid-client';
import type { OpenIdConnectService } from '../../../app/identity/service.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import type { Clock, Log } from '../../../app/ports.ts';
import type { BoundedFetch } from '../../network/bounded-fetch.ts';
import { ClockMoved, openConversation, type Conversation, type GrantedTokens } from './conversation.ts';
import { createDiscovery, type Issuer } from './discovery.ts';
import { createIssuerClock } from './issuer-clock.ts';
import { createIssuerKeys } from './issuer-keys.ts';
import { isPlainHttp, secretWayOf, type IssuerMetadata } from './issuer-metadata.ts';
import type { TalkFailure } from './talk-failure.ts';

/** Seconds that two clocks may differ after the measured difference is taken away. */
export const clockToleranceSeconds = 15;

export type Talked<T> = { readonly ok: true; readonly value: T } | TalkFailure;

export interface TalkOptions {
  readonly onGrant?: (tokens: GrantedTokens) => void;
  /**
   * For a refresh: the old token is spent, so a lost answer would end the session. Where the issuer's keys cannot
   * be fetched, the answer counts by the TLS that it came over (OpenID Connect Core, section 3.1.3.7, 6).
   */
  readonly mayGoUnverified?: boolean;
}

/** Everything that is asked of one issuer goes through here. */
export interface IssuerAccess {
  readonly service: OpenIdConnectService;
  find(): Promise<Outcome<Issuer>>;
  /** Runs an operation of openid-client. It may be run again on the same answers, so it must change nothing. */
  talk<T>(
    issuer: Issuer,
    exchange: (config: client.Configuration) => Promise<T>,
    options?: TalkOptions,
  ): Promise<Talked<T>>;
  nowMs(): number;
  /** This computer's time at the issuer's. */
  issuerNowMs(): number;
}

export interface IssuerAccessOptions {
  readonly service: OpenIdConnectService;
  readonly clientSecret: () => Promise<string | undefined>;
  readonly fetch: BoundedFetch;
  readonly clock: Clock;
  readonly log: Log;
}

export const createIssuerAccess = (options: IssuerAccessOptions): IssuerAccess => {
  const { service, clientSecret, fetch, clock, log } = options;
  const issuerClock = createIssuerClock(clock);
  const discovery = createDiscovery(service, { fetch, issuerClock, clock });
  const keys = createIssuerKeys();

  const authenticationFor = async (metadata: IssuerMetadata): Promise<Outcome<client.ClientAuth>> => {
    if (!service.hasClientSecret) return succeed(client.None());
    const secret = await clientSecret();
    if (!secret) return fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' });
    const way = secretWayOf(metadata);
    if (!way) return fail({ code: 'conflict', with: 'notOffered' });
    return succeed(way === 'basic' ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret));
  };

  const configure = (
    { server }: Issuer,
    conversation: Conversation,
    authentication: client.ClientAuth,
  ): client.Configuration => {
    const skewSeconds = issuerClock.skewSeconds();
    const metadata = { [client.clockSkew]: skewSeconds, [client.clockTolerance]: clockToleranceSeconds };
    const config = new client.Configuration(server, service.clientId, metadata, authentication);
    config[client.customFetch] = conversation.fetchUnder(skewSeconds);
    // The fetch has its own limit.
    config.timeout = undefined;
    if (isPlainHttp(service.issuer)) client.allowInsecureRequests(config);
    keys.lendTo(config);
    return config;
  };

  const talk: IssuerAccess['talk'] = async (issuer, exchange, { onGrant, mayGoUnverified = false } = {}) => {
    const { token_endpoint: tokenEndpoint, jwks_uri: keysAddress } = issuer.metadata;
    const authentication = await authenticationFor(issuer.metadata);
    if (!authentication.ok) return authentication;
    const conversation = openConversation({ fetch, issuerClock, tokenEndpoint, onGrant });

    const attempt = async (isVerified: boolean) => {
      const config = configure(issuer, conversation, authentication.value);
      if (isVerified) client.enableNonRepudiationChecks(config);
      try {
        return { ok: true, value: await exchange(config) } as const;
      } catch (cause) {
        return { ok: false, cause } as const;
      } finally {
        keys.takeBackFrom(config);
      }
    };

    let attempted = await attempt(true);
    if (!attempted.ok && isClockMoved(attempted.cause)) attempted = await attempt(true);
    const areKeysMissing = conversation.hasTokenAnswer() && conversation.isMissing(keysAddress);
    if (!attempted.ok && mayGoUnverified && areKeysMissing) attempted = await attempt(false);
    if (attempted.ok) return attempted;

    const failure = conversation.failureOf(attempted.cause);
    if (isAboutMetadata(failure)) discovery.forget();
    const isCheck = failure.error.code === 'serverError' && failure.error.problem === 'untrusted';
    if (isCheck) log.warn('an answer of an issuer failed a check', { check: codeOf(attempted.cause) });
    return failure;
  };

  return {
    service,
    find: () => discovery.find(),
    talk,
    nowMs: () => clock.nowMs(),
    issuerNowMs: () => issuerClock.nowMs(),
  };
};

const isClockMoved = (cause: unknown): boolean =>
  cause instanceof ClockMoved || (cause instanceof Error && isClockMoved(cause.cause));

/** Endpoints may have moved. */
const isAboutMetadata = ({ error, status, refusal }: TalkFailure): boolean =>
  error.code === 'serverError' &&
  refusal === undefined &&
  (status === 404 || status === 410 || error.problem === 'untrusted' || error.problem === 'otherProtocol');

/** One of openid-client's own words; never text of the answer. */
const codeOf = (cause: unknown): string => (cause instanceof client.ClientError && cause.code) || 'unknown';
