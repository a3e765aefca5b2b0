import type { Language, PseudoLanguage } from './language.ts';
import type { Messages, Translated, Words } from './message.ts';
import { isPlain, say, type Message } from './say.ts';

/** Where the messages of other languages are loaded from, once they are spoken. */
export interface OtherLanguages<English extends Messages> {
  readonly german: () => Promise<Translated<English> & Room>;
  /** Not in packages, which speak English in their place. */
  readonly pseudo?: (() => Promise<(language: PseudoLanguage) => Room>) | undefined;
}

/** What one process says, in the language of the moment. */
export class Speech<English extends Messages> {
  /** Each is said in the language of the moment in which it is read: keep none of them for later. */
  readonly words: Words<English>;
  readonly #english: English;
  readonly #others: OtherLanguages<English>;
  #messages: Room;
  #language: Language | undefined;
  #wanted: Language = 'en';

  constructor(english: English, others: OtherLanguages<English>) {
    this.#english = english;
    this.#others = others;
    this.#messages = english;
    const words = wordsIn(english, () => ({ language: this.language, room: this.#messages }));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made key by key from what the type is made from
    this.words = words as Words<English>;
  }

  /** Throws where nothing is spoken yet: what is read while modules are loaded would stay in that language. */
  get language(): Language {
    if (!this.#language) throw new Error('Words are read before a language is spoken');
    return this.#language;
  }

  /**
   * English at once, another language when its messages are loaded. The language asked for last is the one that
   * stays, however long another one takes.
   */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    const messages = language === 'en' ? this.#english : await this.#messagesIn(language);
    if (this.#wanted !== language) return;
    this.#messages = messages;
    this.#language = language;
  }

  async #messagesIn(language: Exclude<Language, 'en'>): Promise<Room> {
    if (language === 'de') return this.#others.german();
    return (await this.#others.pseudo?.())?.(language) ?? this.#english;
  }
}

/** Messages, compiled or not. */
export interface Room {
  readonly [key: string]: Message | Room;
}

interface Spoken {
  readonly language: Language;
  readonly room: Room;
}

/** What a room says is looked up when it is read; what a language does not have is said in English. */
const wordsIn = (english: Room, spoken: () => Spoken): object => {
  const words = {};
  for (const [key, value] of Object.entries(english)) {
    if (isRoom(value)) {
      const inner = (): Spoken => {
        const { language, room } = spoken();
        const found = room[key];
        return { language, room: found !== undefined && isRoom(found) ? found : value };
      };
      Object.defineProperty(words, key, { enumerable: true, value: wordsIn(value, inner) });
      continue;
    }
    const message = ({ room }: Spoken): Message => {
      const found = room[key];
      return found === undefined || isRoom(found) ? value : found;
    };
    const filledIn = (given: Parameters<typeof say>[2]) => {
      const now = spoken();
      return say(message(now), now.language, given);
    };
    const get = isPlain(value) ? () => message(spoken()) : () => filledIn;
    Object.defineProperty(words, key, { enumerable: true, get });
  }
  return words;
};

const isRoom = (value: Message | Room): value is Room => typeof value === 'object' && !Array.isArray(value);
