import { windowMessages } from '../../app/text/en/window.ts';
import { Speech } from '../../app/text/speech.ts';

/** What the window says. */
export const speech = new Speech(windowMessages);

export const keyWords = speech.words.key;
export const lockWords = speech.words.lock;
export const requestWords = speech.words.request;
