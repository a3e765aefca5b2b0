import type { Session } from '../../sessions/session.ts';
import type { Profile } from '../../users/user.ts';
import type { Login, LogInMethod } from '../identity-provider.ts';
import type { ProfileAnswer } from './answers.ts';
import type { AuthProvider } from './routes.ts';

/** What a login has granted, before its profile is known. */
export interface Grant {
  readonly session: Session;
  readonly subject: string;
}

export const providerOf = (method: LogInMethod): AuthProvider =>
  method.kind === 'anonymous' ? 'anon-user' : 'local-userpass';

export const credentialsOf = (method: LogInMethod): Readonly<Record<string, string>> =>
  method.kind === 'anonymous' ? {} : { username: method.email, password: method.password };

/** An anonymous user that gained another identity is anonymous no more. */
export const loginOf = (method: LogInMethod, grant: Grant, answer: ProfileAnswer): Login => {
  const identities = answer.identities.map((identity) => ({
    id: identity.id,
    providerType: identity.provider_type,
  }));
  const isAnonymous =
    identities.length === 0
      ? method.kind === 'anonymous'
      : identities.every((identity) => identity.providerType === 'anon-user');
  return { ...grant, profile: profileOf(answer), identities, isAnonymous };
};

const profileOf = ({ data }: ProfileAnswer): Profile => {
  const name = data.name ?? ([data.first_name, data.last_name].filter(Boolean).join(' ') || undefined);
  return { email: data.email, name };
};
