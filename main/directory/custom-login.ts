import type { IdentityClaim } from './account.ts';
import type { CustomLogin } from './configuration.ts';
import { identityDescription } from './identity-description.ts';
import { identitySubject } from './identity-subject.ts';

/** Throws when the function broke its word: that is its author's mistake, not its caller's. */
export function customLoginClaim(login: CustomLogin): IdentityClaim {
  const subject = identitySubject.parse(login.subject);
  return { provider: 'custom-function', subject, ...identityDescription(login) };
}
