import type { PasswordCosts } from './password-hash.ts';

export type PasswordJob =
  | {
      readonly kind: 'hash';
      readonly password: string;
      readonly salt: Uint8Array;
      readonly costs: PasswordCosts;
      readonly hashBytes: number;
    }
  | { readonly kind: 'verify'; readonly password: string; readonly encoded: string };

export type PasswordReply =
  | { readonly kind: 'hashed'; readonly encoded: string }
  | { readonly kind: 'verified'; readonly matches: boolean }
  | { readonly kind: 'failed' };
