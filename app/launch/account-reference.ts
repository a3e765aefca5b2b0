import type { UserId } from '../users/user.ts';

/** An account as somebody may call it who is not at the window. */
export interface ReferableAccount {
  readonly id: UserId;
  /** Its place in the list, from 1. */
  readonly number: number;
  /** As it is on screen, told apart from others. */
  readonly name: string;
  /** The same without what tells it apart. */
  readonly plainName: string;
  readonly email?: string | undefined;
}

export type Found<Account> =
  | { readonly kind: 'found'; readonly account: Account }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Account[] };

/**
 * Whom a person means by an id, an e-mail, a name or a number of the list. Whoever could be meant in any of these ways
 * counts: guessing between two would be acting as the wrong one. Only an id stands above the others, since nobody
 * types one by chance.
 */
export const accountCalled = <Account extends ReferableAccount>(
  reference: string,
  accounts: readonly Account[],
): Found<Account> => {
  const byId = accounts.find(({ id }) => id === reference);
  if (byId) return { kind: 'found', account: byId };
  const reading = readingOf(reference);
  const candidates = accounts.filter(
    ({ number, name, plainName, email }) =>
      String(number) === reference ||
      [name, plainName, email].some((text) => text !== undefined && readingOf(text) === reading),
  );
  const [first, second] = candidates;
  if (!first) return { kind: 'unknown' };
  return second ? { kind: 'ambiguous', candidates } : { kind: 'found', account: first };
};

/** As a person reads it, however it is composed, large or small. */
const readingOf = (text: string): string => text.normalize('NFC').toLowerCase();
