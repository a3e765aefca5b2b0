import type { KeyWrapping } from './key-wrapping.ts';
import {
  openPayload,
  parseEnvelope,
  sealPayload,
  type RandomBytes,
  type StoredEnvelope,
} from './session-envelope.ts';

export type Sealed =
  { readonly kind: 'sealed'; readonly envelope: StoredEnvelope } | { readonly kind: 'unprotected' };

/** `unavailable`: it does not open now; it may later, so it is kept. */
export type Opened =
  | { readonly kind: 'opened'; readonly plaintext: string; readonly shouldSealAgain: boolean }
  | { readonly kind: 'unavailable' };

/** Seals secrets of an owner and opens them: the envelope, with its key wrapped by what protects keys here. */
export class Sealing {
  readonly wrapping: KeyWrapping;
  readonly #randomBytes: RandomBytes;

  constructor(wrapping: KeyWrapping, randomBytes: RandomBytes) {
    this.wrapping = wrapping;
    this.#randomBytes = randomBytes;
  }

  async seal(ownerId: string, plaintext: string): Promise<Sealed> {
    const { envelope, keyText } = sealPayload(ownerId, plaintext, this.#randomBytes);
    const wrapped = await this.wrapping.wrap(keyText);
    if (wrapped.kind === 'unprotected') return wrapped;
    const blob = Buffer.from(wrapped.blob).toString('base64');
    return { kind: 'sealed', envelope: { ...envelope, wraps: [{ kind: 'safeStorage', blob }] } };
  }

  async open(ownerId: string, raw: unknown): Promise<Opened> {
    const envelope = parseEnvelope(raw);
    const wrap = envelope?.wraps.find(({ kind }) => kind === 'safeStorage');
    if (!envelope || !wrap) return { kind: 'unavailable' };
    const unwrapped = await this.wrapping.unwrap(wrap.blob);
    if (unwrapped.kind === 'unavailable') return unwrapped;
    const plaintext = openPayload(ownerId, envelope, unwrapped.text);
    if (plaintext === undefined) return { kind: 'unavailable' };
    return { kind: 'opened', plaintext, shouldSealAgain: unwrapped.shouldWrapAgain };
  }
}
