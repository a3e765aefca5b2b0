import type { UserId } from '../../app/users/user.ts';

/**
 * What a user's session is sealed under beside, or in place of, the key store. `none`: the key store alone. `away`:
 * the user is locked. `mayBeStored`: what unwraps the key again is on disk, so a session under it may be, too.
 */
export type UserKey =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly key: Uint8Array; readonly mayBeStored: boolean }
  | { readonly kind: 'away' };

/** Keys of users who can be locked. */
export interface SessionKeys {
  keyOf(userId: UserId): UserKey;
}

export const noSessionKeys: SessionKeys = { keyOf: () => ({ kind: 'none' }) };
