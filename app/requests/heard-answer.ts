import type { Answer, AnswerPart, Header } from '../contract/request-views.ts';
import type { AnswerEnd, AnswerHead, AnswerListener } from './request-carrier.ts';
import { createTokenVeil, veiled, type TokenVeil } from './token-veil.ts';

/** Of a header that is shown; what is longer is cut. */
const valueLimit = 8192;
const nameLimit = 256;

export interface HeardAnswerOptions {
  /** What must not be repeated. */
  readonly tokens: readonly string[];
  readonly tell: (part: AnswerPart) => void;
  /** Is this an answer that is not told while it comes, since the request may be repeated? */
  readonly isHeld: (status: number) => boolean;
}

/** Puts an answer together while it comes, without the tokens that it repeats. */
export class HeardAnswer implements AnswerListener {
  readonly #options: HeardAnswerOptions;
  readonly #veil: TokenVeil;
  readonly #texts: string[] = [];
  #head: AnswerHead = { status: 0, statusText: '', headers: [] };
  #isTold = false;

  constructor(options: HeardAnswerOptions) {
    this.#options = options;
    this.#veil = createTokenVeil(options.tokens);
  }

  head({ status, statusText, headers }: AnswerHead): void {
    const { tokens, tell, isHeld } = this.#options;
    this.#head = { status, statusText: veiled(statusText, tokens), headers: this.#shownHeaders(headers) };
    this.#isTold = !isHeld(status);
    if (this.#isTold) tell({ kind: 'head', status, statusText: this.#head.statusText });
  }

  text(text: string, byteCount: number): void {
    this.#take(this.#veil.push(text), byteCount);
  }

  end({ byteCount, isCut, kind }: AnswerEnd, durationMs: number): Answer {
    const rest = this.#veil.end(isCut);
    if (rest !== '') this.#take(rest, byteCount);
    const content = kind === 'text' ? { kind, text: this.#texts.join('') } : { kind };
    return { ...this.#head, durationMs, byteCount, isCut, content };
  }

  #take(text: string, byteCount: number): void {
    this.#texts.push(text);
    if (this.#isTold) this.#options.tell({ kind: 'text', text, byteCount });
  }

  #shownHeaders(headers: readonly Header[]): readonly Header[] {
    return headers.map(({ name, value }) => ({
      name: name.slice(0, nameLimit),
      value: /^set-cookie2?$/i.test(name) ? '(hidden)' : cut(veiled(value, this.#options.tokens)),
    }));
  }
}

const cut = (value: string): string =>
  value.length <= valueLimit ? value : `${value.slice(0, valueLimit - 1)}…`;
