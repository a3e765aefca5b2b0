import { inspectAppServices } from '../../app/identity/app-services/inspect-app-services.ts';
import { succeed } from '../../app/outcome.ts';
import { inspectIssuer } from '../identity/openid-connect/inspect-issuer.ts';
import type { BoundedFetch } from '../network/bounded-fetch.ts';
import { createHttpTransport } from '../network/http-transport.ts';
import { inspectWebsite } from './inspect-website.ts';
import type { InspectService } from './service-inspection.ts';

/** Asks the service itself, over the network. */
export const createInspection = (fetch: BoundedFetch): InspectService => {
  const transport = createHttpTransport(fetch);
  return async (draft, { hasClientSecret }) => {
    if (draft.kind === 'appServices') {
      const { baseUrl, appId } = draft;
      const answered = await inspectAppServices({ baseUrl, appId, transport });
      if (!answered.ok) return answered;
      return succeed({ offer: { kind: draft.kind, hostname: answered.value.hostname }, service: draft });
    }
    if (draft.kind === 'website') {
      const answered = await inspectWebsite(draft.url, transport);
      if (!answered.ok) return answered;
      return succeed({ offer: { kind: draft.kind, origin: answered.value.origin }, service: draft });
    }
    const inspected = await inspectIssuer(draft, { fetch, hasClientSecret });
    if (!inspected.ok) return inspected;
    const { offer, service } = inspected.value;
    return succeed({ offer, service: { ...service, hasClientSecret } });
  };
};
