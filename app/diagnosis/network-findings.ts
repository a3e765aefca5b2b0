import type { Finding, ServiceReach } from './finding.ts';
import type { CheckedService } from './finding.ts';

/** What became of asking one service. The directory is asked on this computer. */
export interface ServiceProbe {
  readonly kind: CheckedService['kind'];
  /** Undefined where it was not asked. */
  readonly reach: ServiceReach | undefined;
  /** Where it was asked; absent for the directory. */
  readonly origin?: string | undefined;
  /** How far this computer's clock is ahead of the service's; negative where it is behind. */
  readonly clockAheadMs?: number | undefined;
}

export const servicesFinding = (probes: readonly ServiceProbe[]): Finding => {
  const services = probes.flatMap(({ kind, reach, origin }, index) =>
    reach === undefined
      ? []
      : [{ number: index + 1, kind, reach, ...(origin === undefined ? {} : { address: origin }) }],
  );
  if (services.some(({ reach }) => reach !== 'reached')) return { code: 'servicesMissing', services };
  const isOffline = probes.some(({ reach }) => reach === undefined);
  return { code: isOffline ? 'servicesOffline' : 'servicesReached', services };
};

/** A certificate is looked at with this clock, and so is the end of a session. */
const clockMayBeOffMs = 2 * 60 * 1000;

/** By the service that agrees best: the clock of a server may be wrong as well. */
export const clockFinding = (probes: readonly ServiceProbe[]): Finding => {
  const ahead = probes.flatMap(({ clockAheadMs }) => clockAheadMs ?? []);
  const [best] = ahead.toSorted((one, other) => Math.abs(one) - Math.abs(other));
  if (best === undefined) return { code: 'clockUnknown' };
  const offBySeconds = Math.round(Math.abs(best) / 1000);
  return Math.abs(best) > clockMayBeOffMs
    ? { code: 'clockOff', offBySeconds, is: best > 0 ? 'ahead' : 'behind' }
    : { code: 'clockAgrees', offBySeconds };
};

const proxyKinds = {
  proxy: 'http',
  http: 'http',
  https: 'https',
  quic: 'https',
  socks: 'socks',
  socks4: 'socks',
  socks5: 'socks',
} as const;

type ProxyKind = Extract<Finding, { code: 'proxyUsed' }>['kinds'][number];

/** `answers` are lists in the form of a PAC script (`PROXY host:port; DIRECT`), of which the first entry is used. */
export const proxyFinding = (answers: readonly string[]): Finding => {
  const kinds = new Set(
    answers.flatMap((answer): readonly ProxyKind[] => {
      const scheme = /^\s*([a-z\d]+)/i.exec(answer)?.[1]?.toLowerCase() ?? 'direct';
      if (scheme === 'direct') return [];
      return [isProxyScheme(scheme) ? proxyKinds[scheme] : 'other'];
    }),
  );
  return kinds.size === 0 ? { code: 'proxyNone' } : { code: 'proxyUsed', kinds: [...kinds] };
};

const isProxyScheme = (scheme: string): scheme is keyof typeof proxyKinds =>
  Object.hasOwn(proxyKinds, scheme);
