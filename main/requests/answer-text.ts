import { TextDecoder } from 'node:util';

/** Turns content into text while it comes. `binary`: it is none, and nothing of it is shown. */
export interface AnswerText {
  readonly kind: 'text' | 'binary';
  push(bytes: Uint8Array): string;
  /** `isCut`: what is left is the beginning of a character, and no mistake of the service's. */
  end(isCut: boolean): string;
}

/** By the content type (RFC 9110, section 8.3), a byte order mark before it, and what the content begins with. */
export const createAnswerText = (contentType: string): AnswerText => {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([^"\s]+)/.exec(one)?.[1]).find(Boolean);
  let kind: AnswerText['kind'] = isBinaryType(type.trim()) ? 'binary' : 'text';
  let decoder: TextDecoder | undefined;
  return {
    get kind() {
      return kind;
    },
    push: (bytes) => {
      if (!decoder && kind === 'text') {
        const label = markOf(bytes) ?? charset;
        decoder = decoderFor(label);
        // No text in one byte units has a NUL.
        if (!decoder.encoding.startsWith('utf-16') && bytes.includes(0)) kind = 'binary';
      }
      return kind === 'binary' || !decoder ? '' : decoder.decode(bytes, { stream: true });
    },
    end: (isCut) => (kind === 'binary' || !decoder || isCut ? '' : decoder.decode()),
  };
};

const isBinaryType = (type: string): boolean =>
  /^(?:image|audio|video|font)\/(?!svg\+xml$)|^application\/(?:octet-stream|pdf|zip|gzip|wasm|x-protobuf|cbor|msgpack)$/.test(
    type,
  );

const markOf = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
};

/** A charset that nobody knows is read as UTF-8, which shows what is wrong with it. */
const decoderFor = (label = 'utf-8'): TextDecoder => {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
};
