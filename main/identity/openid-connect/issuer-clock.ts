import type { Clock } from '../../../app/ports.ts';

/** What time it is at the issuer, by the `Date` of its answers: this computer's own clock may be wrong. */
export interface IssuerClock {
  compare(headers: Headers): void;
  /** To be added to this computer's time. */
  skewSeconds(): number;
  nowMs(): number;
}

/** The header has whole seconds, and travels for a while. */
const unnoticedMs = 2000;

export const createIssuerClock = (clock: Clock): IssuerClock => {
  let skewSeconds = 0;
  return {
    compare: (headers) => {
      const dateMs = Date.parse(headers.get('date') ?? '');
      // What a cache kept says when it was made.
      if (Number.isNaN(dateMs) || headers.has('age')) return;
      const skewMs = dateMs - clock.nowMs();
      skewSeconds = Math.abs(skewMs) <= unnoticedMs ? 0 : Math.round(skewMs / 1000);
    },
    skewSeconds: () => skewSeconds,
    nowMs: () => clock.nowMs() + skewSeconds * 1000,
  };
};
