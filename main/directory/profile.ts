import type { Account } from './store.ts';

/** The directory is one domain; App Services shows its id beside the user's. */
const DOMAIN_ID = '686f74736561742d64697200';

/** The body of GET /auth/profile. `data.name` is what `register` was given, an extension of ours. */
export function profileOf(account: Account) {
  const providerType = account.kind === 'person' ? 'local-userpass' : 'anon-user';
  return {
    user_id: account.id,
    domain_id: DOMAIN_ID,
    type: 'normal',
    identities: [{ id: account.id, provider_type: providerType, provider_id: DOMAIN_ID }],
    data: account.kind === 'person' ? { email: account.email, name: account.name } : {},
  };
}
