import { z } from 'zod';
import type { IdentityClaim } from './account.ts';
import { parseEmailAddress } from './email-address.ts';
import { personName } from './person-name.ts';

const description = z.object({
  email: z.string().optional().catch(undefined),
  name: personName.optional().catch(undefined),
});

/** The e-mail and name that somebody else says of an identity. What is no e-mail or name is left out. */
export function identityDescription(said: object): Pick<IdentityClaim, 'email' | 'name'> {
  const { email, name } = description.parse(said);
  const address = email === undefined ? undefined : parseEmailAddress(email);
  return { email: address?.kind === 'valid' ? address.email.text : undefined, name };
}
