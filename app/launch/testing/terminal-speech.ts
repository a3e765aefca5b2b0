import { terminal as german } from '../../text/de/terminal.ts';
import { terminal } from '../../text/en/terminal.ts';
import { Speech } from '../../text/speech.ts';

const others = { german: () => Promise.resolve(german) };
export const inEnglish = new Speech(terminal, others);
await inEnglish.speak('en');
export const inGerman = new Speech(terminal, others);
await inGerman.speak('de');

export const englishWords = inEnglish.words;
export const germanWords = inGerman.words;
