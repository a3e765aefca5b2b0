import {
  hasSameMembers,
  isSameService,
  needsAsking,
  type CheckedDraft,
} from '../../app/identity/service-rules.ts';
import type { AddedService } from '../../app/identity/stored-services.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { unseenOrigins, withId, type InspectedService, type InspectService } from './service-inspection.ts';

/**
 * Asks the service that a draft describes; `before` is what is kept of it. Fails with `serverError`
 * (`otherOrigin`) where it sends sign-ins to an origin that is not among those the person has seen.
 */
export const askService = async (
  inspect: InspectService,
  draft: CheckedDraft,
  {
    before,
    seenOrigins,
  }: { readonly before?: AddedService | undefined; readonly seenOrigins?: readonly string[] },
): Promise<Outcome<InspectedService>> => {
  // The secret that one issuer gave is no other's to see.
  const isSame = before !== undefined && isSameService(before, draft);
  const hadSecret = isSame && before.kind === 'openIdConnect' && before.hasClientSecret;
  const secret = draft.kind === 'openIdConnect' ? draft.clientSecret : '';
  const inspected = await inspect(draft, {
    hasClientSecret: secret === undefined ? hadSecret : secret !== '',
  });
  if (inspected.ok && seenOrigins && unseenOrigins(inspected.value.offer, seenOrigins).length > 0)
    return fail({ code: 'serverError', problem: 'otherOrigin' });
  return inspected;
};

/** The service as it would be kept after an edit; it is asked itself only where that matters. */
export const editedService = async (
  inspect: InspectService,
  draft: CheckedDraft,
  { before, seenOrigins }: { readonly before: AddedService; readonly seenOrigins: readonly string[] },
): Promise<Outcome<AddedService>> => {
  const isSeenAnew = before.kind === 'openIdConnect' && !hasSameMembers(before.otherOrigins, seenOrigins);
  if (needsAsking(before, draft) || isSeenAnew) {
    const inspected = await askService(inspect, draft, { before, seenOrigins });
    return inspected.ok ? succeed(withId(inspected.value.service, before.id)) : inspected;
  }
  return succeed(withWhatNeedsNoAsking(before, draft));
};

const withWhatNeedsNoAsking = (before: AddedService, draft: CheckedDraft): AddedService => {
  const { name } = draft;
  if (before.kind === 'openIdConnect' && draft.kind === 'openIdConnect') {
    const { apiOrigins, workspaceUrl, redirectPort } = draft;
    return { ...before, name, apiOrigins, workspaceUrl, redirectPort };
  }
  if (before.kind === 'appServices' && draft.kind === 'appServices')
    return { ...before, name, workspaceUrl: draft.workspaceUrl };
  if (before.kind === 'website' && draft.kind === 'website')
    return { ...before, name, signInCookie: draft.signInCookie, signInOrigins: draft.signInOrigins };
  return { ...before, name };
};
