import type { UpdateOffer } from '../../app/contract/update-views.ts';

/** What a check came to. */
export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'newerSystem'; readonly version: string }
  | { readonly kind: 'offer'; readonly offer: UpdateOffer };

/** Fetches and installs. Whatever rejects or throws is an error that `updateFaultOf` reads. */
export interface UpdateEngine {
  check(): Promise<Found>;
  /** Of what the last check offered. Nothing of it is left when it fails or is cancelled. */
  download(onReceived: (bytes: number) => void, cancellation: AbortSignal): Promise<void>;
  /** Looks at what was downloaded once more, and does what can be done while everything still runs. */
  prepare(): Promise<void>;
  /** Puts the new version in the old one’s place. Everything is flushed by then, and nothing is shown any more. */
  install(): Promise<InstallResult>;
}

/** `startsItself`: the system’s installer starts the new version, or ends this one, by itself. */
export type InstallResult = 'installed' | 'startsItself';
