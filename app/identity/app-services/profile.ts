import type { Profile } from '../../users/user.ts';
import type { ServiceProfile } from '../identity-provider.ts';
import type { ProfileAnswer } from './answers.ts';

/**
 * An anonymous user that gained another identity is anonymous no more. Where none is listed, `isAnonymous` says
 * what is known otherwise; without it, who has neither e-mail nor name is.
 */
export const serviceProfileOf = (answer: ProfileAnswer, isAnonymous?: boolean): ServiceProfile => {
  const profile = profileOf(answer);
  const identities = answer.identities.map((identity) => ({
    id: identity.id,
    providerType: identity.provider_type,
  }));
  return {
    profile,
    identities,
    isAnonymous:
      identities.length === 0
        ? (isAnonymous ?? (profile.email === undefined && profile.name === undefined))
        : identities.every((identity) => identity.providerType === 'anon-user'),
  };
};

const profileOf = ({ data }: ProfileAnswer): Profile => {
  const name = data.name ?? ([data.first_name, data.last_name].filter(Boolean).join(' ') || undefined);
  return { email: data.email, name };
};
