import { app } from 'electron';
import type { Settings } from '../../app/settings/settings.ts';
import { languageFor } from '../../app/text/language.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { speech } from '../shell/spoken.ts';

/** Main speaks as the person has chosen. Resolves when it does: nothing that says something is put together before. */
export const followLanguage = async (
  settings: SettingsBook,
): Promise<{ onChanged(changed: () => void): void }> => {
  const wanted = ({ language }: Settings) => languageFor(language, app.getPreferredSystemLanguages());
  await speech.speak(wanted(settings.current));
  return {
    onChanged: (changed) => {
      settings.subscribe(() => {
        const language = wanted(settings.current);
        if (language === speech.language) return;
        void (async () => {
          await speech.speak(language);
          if (speech.language === language) changed();
        })();
      });
    },
  };
};
