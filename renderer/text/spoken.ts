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

export const auditWords = speech.words.audit;
export const colourWords = speech.words.colour;
export const computerWords = speech.words.computer;
export const detailWords = speech.words.detail;
export const diagnosingWords = speech.words.diagnosing;
export const failureWords = speech.words.failure;
export const inputWords = speech.words.input;
export const keyWords = speech.words.key;
export const languageWords = speech.words.language;
export const linkWords = speech.words.link;
export const listWords = speech.words.list;
export const lockWords = speech.words.lock;
export const logInWords = speech.words.logIn;
export const portableWords = speech.words.portable;
export const quickSwitcherWords = speech.words.quickSwitcher;
export const removalWords = speech.words.removal;
export const requestWords = speech.words.request;
export const serviceWords = speech.words.service;
export const settingsWords = speech.words.settings;
export const severalWords = speech.words.several;
export const storedWords = speech.words.stored;
export const timeWords = speech.words.time;
export const updateWords = speech.words.update;
export const words = speech.words.general;
export const workspaceWords = speech.words.workspace;
