import * as client from 'openid-client';

/**
 * The issuer's public keys, kept between operations. A token that is signed with a key that is not among them has
 * them fetched once more; whoever sends such tokens on purpose gets one fetch a minute (fault row D5).
 */
export interface IssuerKeys {
  lendTo(config: client.Configuration): void;
  takeBackFrom(config: client.Configuration): void;
}

/** oauth4webapi looks for an unknown key again only where what it has is this old. */
const libraryCoolDownSeconds = 60;
/** … and takes nothing for the keys that is this old. */
const libraryLifeSeconds = 300;

interface KeptKeys {
  readonly cache: client.ExportedJWKSCache;
  /** They were fetched because of an unknown key, so that the next unknown one has to wait. */
  readonly isSecondLook: boolean;
}

export const createIssuerKeys = (): IssuerKeys => {
  const lentAt = new WeakMap<client.Configuration, number>();
  let kept: KeptKeys | undefined;
  return {
    lendTo: (config) => {
      if (!kept) return;
      const { jwks, uat } = kept.cache;
      const ageAs = kept.isSecondLook ? uat : uat - libraryCoolDownSeconds;
      lentAt.set(config, ageAs);
      client.setJwksCache(config, { jwks, uat: ageAs });
    },
    takeBackFrom: (config) => {
      const cache = client.getJwksCache(config);
      const before = lentAt.get(config);
      // Nothing was fetched, or nothing came: what is kept grows old by itself.
      if (!cache || cache.uat === before) return;
      const wasLookedFor = before !== undefined && cache.uat - before < libraryLifeSeconds;
      kept = { cache: structuredClone(cache), isSecondLook: wasLookedFor };
    },
  };
};
