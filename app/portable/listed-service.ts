import { checkedDraft, type CheckedDraft } from '../identity/service-rules.ts';
import type { OpenIdConnectWay, Unidentified } from '../identity/service.ts';
import type { AddedService } from '../identity/stored-services.ts';
import { succeed, type Outcome } from '../outcome.ts';
import type { PortableService } from './portable-file.ts';

/** A service of a list, checked as one that a person has typed. */
export interface ListedService {
  readonly draft: CheckedDraft;
  readonly ways: readonly OpenIdConnectWay[];
  readonly needsClientSecret: boolean;
}

export const portableOf = (service: AddedService): PortableService => {
  if (service.kind === 'appServices') {
    const { kind, name, baseUrl, appId, workspaceUrl } = service;
    return { kind, name, baseUrl, appId, workspaceUrl };
  }
  if (service.kind === 'website') {
    const { kind, name, url, signInCookie, signInOrigins } = service;
    return { kind, name, url, signInCookie, signInOrigins: [...signInOrigins] };
  }
  const { kind, name, issuer, clientId, hasClientSecret, scopes, apiOrigins, workspaceUrl } = service;
  return {
    kind,
    name,
    issuer,
    clientId,
    needsClientSecret: hasClientSecret,
    scopes: [...scopes],
    apiOrigins: [...apiOrigins],
    workspaceUrl,
    redirectPort: service.redirectPort,
    ways: [...service.ways],
  };
};

export const listedOf = (service: PortableService): Outcome<ListedService> => {
  if (service.kind !== 'openIdConnect') {
    const draft = checkedDraft(service);
    return draft.ok ? succeed({ draft: draft.value, ways: [], needsClientSecret: false }) : draft;
  }
  const { needsClientSecret, ways, ...described } = service;
  const draft = checkedDraft(described);
  return draft.ok ? succeed({ draft: draft.value, ways, needsClientSecret }) : draft;
};

/**
 * As it is kept when nobody has asked it yet. No other origin is accepted for it: a sign-in that goes elsewhere is
 * refused until the person has checked the service and seen where.
 */
export const unaskedService = ({ draft, ways }: ListedService): Unidentified<AddedService> => {
  if (draft.kind !== 'openIdConnect') return draft;
  const { clientSecret: _none, ...described } = draft;
  return { ...described, hasClientSecret: false, otherOrigins: [], ways };
};
