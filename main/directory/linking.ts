import type { Account, IdentityClaim } from './account.ts';
import { createObjectId } from './object-id.ts';
import type { Clock, Random } from './ports.ts';
import { problems } from './problems.ts';
import type { Problem } from './problems.ts';
import type { DirectoryStore } from './store.ts';

export interface LinkingOptions {
  readonly store: DirectoryStore;
  readonly clock: Clock;
  readonly random: Random;
}

export const MAX_IDENTITIES = 10;

/**
 * Makes whom somebody has proved to be a way in to the account. An identity of another account is refused, unless
 * nobody has logged in to that one yet: registered and then linked, as clients of App Services do.
 */
export function linkIdentity(
  { store, clock, random }: LinkingOptions,
  account: Account,
  claim: IdentityClaim,
): Problem | undefined {
  return store.inTransaction(() => {
    const known = store.findIdentity(claim.provider, claim.subject);
    if (known?.accountId === account.id) return undefined;
    if (account.identities.length >= MAX_IDENTITIES) return problems.tooManyIdentities;
    if (known === undefined) {
      store.addIdentity(account.id, { id: createObjectId(clock, random), claim, createdMs: clock() });
      return undefined;
    }
    const owner = store.findAccount(known.accountId);
    if (owner === undefined || owner.isClaimed) return problems.identityTaken;
    if (owner.isDisabled) return problems.userDisabled;
    store.moveIdentity(known.id, account.id);
    store.deleteAccount(owner.id);
    return undefined;
  });
}
