import { windowMessages } from '../../app/text/en/window.ts';
import { Speech } from '../../app/text/speech.ts';

/** What the window says. */
export const speech = new Speech(windowMessages);

export const colourWords = speech.words.colour;
export const computerWords = speech.words.computer;
export const detailWords = speech.words.detail;
export const keyWords = speech.words.key;
export const linkWords = speech.words.link;
export const lockWords = speech.words.lock;
export const logInWords = speech.words.logIn;
export const quickSwitcherWords = speech.words.quickSwitcher;
export const requestWords = speech.words.request;
export const serviceWords = speech.words.service;
export const settingsWords = speech.words.settings;
export const workspaceWords = speech.words.workspace;
