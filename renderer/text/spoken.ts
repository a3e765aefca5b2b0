import { windowMessages } from '../../app/text/en/window.ts';
import { Speech } from '../../app/text/speech.ts';

/** What the window says. */
export const speech = new Speech(windowMessages, {
  german: async () => (await import('../../app/text/de/window.ts')).windowMessages,
  pseudo: __PSEUDO_LANGUAGES__
    ? async () => {
        const { pseudoOf } = await import('../../app/text/pseudo.ts');
        return (language) => pseudoOf(windowMessages, language);
      }
    : undefined,
});

export const languageWords = speech.words.language;
export const lockWords = speech.words.lock;
export const words = speech.words.general;
export const removalWords = speech.words.removal;
export const timeWords = speech.words.time;
export const failureWords = speech.words.failure;
export const inputWords = speech.words.input;
export const severalWords = speech.words.several;
export const storedWords = speech.words.stored;
