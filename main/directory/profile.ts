import { describeAccount } from './account.ts';
import type { Account } from './account.ts';

/** The directory is one domain; App Services shows its id beside the user's. */
const DOMAIN_ID = '686f74736561742d64697200';

/** The body of GET /auth/profile. `data.name` is what `register` was given: an extension of ours. */
export function profileOf(account: Account) {
  return {
    user_id: account.id,
    domain_id: DOMAIN_ID,
    type: 'normal',
    identities: account.identities.map(({ id, provider }) => ({
      id,
      provider_type: provider,
      provider_id: DOMAIN_ID,
    })),
    data: describeAccount(account),
  };
}
