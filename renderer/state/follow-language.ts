import { createStore } from 'zustand/vanilla';
import { directionOf, isLanguage, type Language } from '../../app/text/language.ts';
import { mirrorStore } from './mirror.ts';
import { speech } from '../text/spoken.ts';

/** What the window speaks, and whoever draws words draws them anew with. */
export const spokenStore = createStore<Language>(() => 'en');

/** The page is served in the language that main speaks (its `lang`). Resolves when the window speaks it too. */
export const followLanguage = async (root: HTMLElement): Promise<void> => {
  const speak = async (language: Language): Promise<void> => {
    await speech.speak(language);
    root.lang = speech.language;
    root.dir = directionOf(speech.language);
    spokenStore.setState(speech.language, true);
  };
  mirrorStore.subscribe((mirror) => {
    if (mirror.kind === 'ready' && mirror.language !== speech.language) void speak(mirror.language);
  });
  await speak(isLanguage(root.lang) ? root.lang : 'en');
};
