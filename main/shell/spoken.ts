import { mainMessages } from '../../app/text/en/main.ts';
import { Speech } from '../../app/text/speech.ts';

/** What main says: menus, tray, notifications, dialogs of the system. */
export const speech = new Speech(mainMessages, {
  german: async () => (await import('../../app/text/de/main.ts')).mainMessages,
  pseudo: __PSEUDO_LANGUAGES__
    ? async () => {
        const { pseudoOf } = await import('../../app/text/pseudo.ts');
        return (language) => pseudoOf(mainMessages, language);
      }
    : undefined,
});

export const dialogWords = speech.words.dialog;
export const menuWords = speech.words.menu;
export const systemWords = speech.words.system;
