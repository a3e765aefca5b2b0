import type { RandomBytes } from './key-box.ts';
import type { KeyWrapping } from './key-wrapping.ts';
import {
  openPayload,
  parseEnvelope,
  sealPayload,
  unwrapUnderUserKey,
  wrapUnderUserKey,
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

  /** Under a user's own key: whoever has it needs no key store. */
  sealUnderUserKey(ownerId: string, plaintext: string, userKey: Uint8Array): StoredEnvelope {
    const { envelope, keyText } = sealPayload(ownerId, plaintext, this.#randomBytes);
    const blob = wrapUnderUserKey(ownerId, keyText, userKey, this.#randomBytes).toString('base64');
    return { ...envelope, wraps: [{ kind: 'userKey', blob }] };
  }

  async seal(ownerId: string, plaintext: string): Promise<Sealed> {
    const { envelope, keyText } = sealPayload(ownerId, plaintext, this.#randomBytes);
    const wrapped = await this.wrapping.wrap(keyText);
    if (wrapped.kind === 'unprotected') return wrapped;
    const blob = Buffer.from(wrapped.blob).toString('base64');
    return { kind: 'sealed', envelope: { ...envelope, wraps: [{ kind: 'safeStorage', blob }] } };
  }

  /** `userKey`: the owner's own, where there is one and it is in memory; what is not under it is to be sealed again. */
  async open(ownerId: string, raw: unknown, userKey?: Uint8Array): Promise<Opened> {
    const envelope = parseEnvelope(raw);
    const underKey = envelope?.wraps.find(({ kind }) => kind === 'userKey');
    if (envelope && underKey) {
      const keyText = userKey && unwrapUnderUserKey(ownerId, underKey.blob, userKey);
      const plaintext = keyText === undefined ? undefined : openPayload(ownerId, envelope, keyText);
      return plaintext === undefined
        ? { kind: 'unavailable' }
        : { kind: 'opened', plaintext, shouldSealAgain: false };
    }
    const wrap = envelope?.wraps.find(({ kind }) => kind === 'safeStorage');
    if (!envelope || !wrap) return { kind: 'unavailable' };
    const unwrapped = await this.wrapping.unwrap(wrap.blob);
    if (unwrapped.kind === 'unavailable') return unwrapped;
    const plaintext = openPayload(ownerId, envelope, unwrapped.text);
    if (plaintext === undefined) return { kind: 'unavailable' };
    return { kind: 'opened', plaintext, shouldSealAgain: unwrapped.shouldWrapAgain || userKey !== undefined };
  }
}
