import * as client from 'openid-client';
import type { OpenIdConnectService } from '../../../app/identity/service.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import type { Clock } from '../../../app/ports.ts';
import type { BoundedFetch } from '../../network/bounded-fetch.ts';
import { openConversation } from './conversation.ts';
import type { IssuerClock } from './issuer-clock.ts';
import { isPlainHttp, issuerMetadataSchema, otherOriginsOf, type IssuerMetadata } from './issuer-metadata.ts';
import type { TalkFailure } from './talk-failure.ts';

/** An issuer's metadata: as it wrote it, for openid-client, and the part of it that is used here. */
export interface Issuer {
  readonly server: client.ServerMetadata;
  readonly metadata: IssuerMetadata;
}

interface DiscoveryOptions {
  readonly fetch: BoundedFetch;
  readonly issuerClock?: IssuerClock | undefined;
}

/** Asks an issuer for its metadata. It must name itself exactly as it was asked for (Discovery 1.0, section 4.3). */
export const discover = async (issuer: string, options: DiscoveryOptions): Promise<Outcome<Issuer>> => {
  const conversation = openConversation(options);
  const url = URL.parse(issuer);
  if (!url) return fail({ code: 'serverError', problem: 'untrusted' });
  try {
    const config = await client.discovery(url, 'hotseat', undefined, client.None(), {
      [client.customFetch]: conversation.fetchUnder(0),
      ...(isPlainHttp(issuer) ? { execute: [client.allowInsecureRequests] } : {}),
    });
    const server = structuredClone<client.ServerMetadata>(config.serverMetadata());
    const read = issuerMetadataSchema.safeParse(server);
    if (!read.success) return fail({ code: 'serverError', problem: 'otherProtocol' });
    const isItself = read.data.issuer === issuer;
    return isItself
      ? succeed({ server, metadata: read.data })
      : fail({ code: 'serverError', problem: 'untrusted' });
  } catch (cause) {
    return fail(discoveryErrorOf(conversation.failureOf(cause)));
  }
};

/** A page that is not there, or is another: no issuer lives at that address. */
const discoveryErrorOf = ({ error, status = 0 }: TalkFailure) =>
  error.code === 'serverError' && status >= 400 && status < 500 && status !== 429
    ? ({ code: 'serverError', status, problem: 'otherProtocol' } as const)
    : error;

/** An issuer's metadata, kept for a day or until something about it turns out to be wrong. */
export interface Discovery {
  /** Fails with `serverError` (`otherOrigin`) where an endpoint is nowhere that the person has seen (row D4). */
  find(): Promise<Outcome<Issuer>>;
  forget(): void;
}

const dayMs = 24 * 60 * 60 * 1000;

export const createDiscovery = (
  service: Pick<OpenIdConnectService, 'issuer' | 'otherOrigins'>,
  { clock, ...options }: DiscoveryOptions & { readonly clock: Clock },
): Discovery => {
  let kept: { readonly asked: Promise<Outcome<Issuer>>; readonly atMs: number } | undefined;

  const ask = async (): Promise<Outcome<Issuer>> => {
    const issuer = await discover(service.issuer, options);
    if (!issuer.ok) return issuer;
    const origins = otherOriginsOf(issuer.value.metadata);
    if (!origins.ok) return origins;
    const isKnown = origins.value.every((origin) => service.otherOrigins.includes(origin));
    return isKnown ? issuer : fail({ code: 'serverError', problem: 'otherOrigin' });
  };

  return {
    find: () => {
      const ageMs = kept ? clock.nowMs() - kept.atMs : dayMs;
      if (kept && ageMs >= 0 && ageMs < dayMs) return kept.asked;
      const asking = {
        atMs: clock.nowMs(),
        asked: ask().then((outcome) => {
          if (!outcome.ok && kept === asking) kept = undefined;
          return outcome;
        }),
      };
      kept = asking;
      return asking.asked;
    },
    forget: () => {
      kept = undefined;
    },
  };
};
