import { terminal as german } from '../../text/de/terminal.ts';
import { terminal } from '../../text/en/terminal.ts';
import { Speech } from '../../text/speech.ts';

const inEnglish = new Speech(terminal);
inEnglish.speak('en');
const inGerman = new Speech(terminal);
inGerman.speak('de', german);

export const englishWords = inEnglish.words;
export const germanWords = inGerman.words;
