/** Whether keys can be wrapped so that only this person of this computer can unwrap them, and by what. */
export type Protection =
  | { readonly kind: 'checking' }
  | { readonly kind: 'protected'; readonly by: 'keychain' | 'dataProtection' | 'secretService' }
  | { readonly kind: 'unprotected' };

export type Wrapped =
  { readonly kind: 'wrapped'; readonly blob: Uint8Array } | { readonly kind: 'unprotected' };

/**
 * `unavailable` says nothing about the blob: a key store that is locked, away or another one fails in the same
 * way, and the blob opens again when it is back. Keep it.
 */
export type Unwrapped =
  | { readonly kind: 'unwrapped'; readonly text: string; readonly shouldWrapAgain: boolean }
  | { readonly kind: 'unavailable' };

/** Wraps data keys with what the operating system offers. Nothing here throws or waits for ever. */
export interface KeyWrapping {
  protection(): Protection;
  /** Returns the end of the subscription. */
  subscribe(listener: (protection: Protection) => void): () => void;
  /** Asks the key store anew, as after it was unlocked. */
  checkAgain(): Promise<Protection>;
  /** Waits for the first check. */
  wrap(text: string): Promise<Wrapped>;
  unwrap(blob: Uint8Array): Promise<Unwrapped>;
}
