/** Milliseconds since the epoch. */
export type Clock = () => number;

/** Returns that many unpredictable bytes. */
export type Random = (byteCount: number) => Uint8Array;

/**
 * What the directory says about its own failures. It names a route pattern and a kind of error, never a body,
 * a token, an address or an e-mail.
 */
export interface DirectoryLogEvent {
  readonly kind: 'requestFailed' | 'messageIgnored' | 'cleaningFailed' | 'workerFailed';
  readonly route?: string;
  readonly reason: string;
}

export type DirectoryLog = (event: DirectoryLogEvent) => void;
