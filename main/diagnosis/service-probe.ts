import type { Service } from '../../app/identity/service.ts';
import type { ServiceReach } from '../../app/diagnosis/finding.ts';
import type { ServiceProbe } from '../../app/diagnosis/network-findings.ts';
import type { Clock } from '../../app/ports.ts';
import type { GuardedFetch } from '../network/guarded-fetch.ts';
import { requestFailureOf, type RequestFailureKind } from '../network/request-failure.ts';

export interface ServiceProbeParts {
  readonly fetch: GuardedFetch;
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  /** The directory is on this computer, and no network leads to it. */
  readonly askDirectory: () => Promise<ServiceReach>;
}

const reaches: Readonly<Record<RequestFailureKind, ServiceProbe['reach']>> = {
  // Somebody answered, whatever it was.
  redirected: 'reached',
  tooLarge: 'reached',
  unreachable: 'unreachable',
  timedOut: 'tooLate',
  cancelled: 'tooLate',
  certificate: 'certificate',
  notAllowed: 'insecure',
};

/**
 * Asks each service for the head of its origin and nothing more: no path, no account, no token. Whatever it answers,
 * it is there.
 */
export const probeServices = (
  services: readonly Service[],
  parts: ServiceProbeParts,
): Promise<readonly ServiceProbe[]> => Promise.all(services.map((service) => probe(service, parts)));

export const originOf = (service: Service): string | undefined => {
  if (service.kind === 'directory') return undefined;
  if (service.kind === 'appServices') return URL.parse(service.baseUrl)?.origin;
  return URL.parse(service.kind === 'website' ? service.url : service.issuer)?.origin;
};

const probe = async (service: Service, parts: ServiceProbeParts): Promise<ServiceProbe> => {
  const { kind } = service;
  if (kind === 'directory') return { kind, reach: await parts.askDirectory() };
  const origin = originOf(service);
  if (origin === undefined) return { kind, reach: 'insecure' };
  if (!parts.isOnline()) return { kind, reach: undefined, origin };
  try {
    const said = await parts.fetch(`${origin}/`, { method: 'HEAD' }, async ({ headers }) =>
      Date.parse(headers.get('date') ?? ''),
    );
    const clockAheadMs = Number.isNaN(said) ? undefined : parts.clock.nowMs() - said;
    return { kind, reach: 'reached', origin, clockAheadMs };
  } catch (cause) {
    return { kind, reach: reaches[requestFailureOf(cause).kind], origin };
  }
};
