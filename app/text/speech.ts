import type { Language } from './language.ts';
import type { Messages, Translated, Words } from './message.ts';
import { isPlain, say, type Message } from './say.ts';

/** What one process says, in the language of the moment. */
export class Speech<English extends Messages> {
  /** Each is said in the language of the moment in which it is read: keep none of them for later. */
  readonly words: Words<English>;
  readonly #english: English;
  #messages: Room;
  #language: Language | undefined;

  constructor(english: English) {
    this.#english = english;
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

  /** From now on. Without messages it is English. */
  speak(language: Language, messages?: Translated<English> & Room): void {
    this.#language = language;
    this.#messages = messages ?? this.#english;
  }
}

/** Messages, compiled or not. */
interface Room {
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
